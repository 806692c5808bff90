"""The matrix as files for other programs: three CSV tables for spreadsheets, and all of it as JSON.

The files are the same for every language. Their words are English, their keys never change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from builder.data.file import DataFile, Piece, written
from builder.matrix import Cell, Counts, Covered, Crosswalk, Gap, Matrix, crosswalk
from builder.model.progression import Framework
from builder.pages import View
from builder.pages.view import Card
from builder.spreadsheet import table
from builder.web import Web

Row = list[object]


def files() -> Iterator[DataFile]:
    """The four files."""
    for name, rows in (("", _cells), ("-outcomes", _outcomes), ("-frameworks", _codes)):
        yield DataFile("en", f"progression{name}.csv", Piece("table", partial(_spread, rows)))
    yield DataFile("en", "progression.json", Piece("table", _whole))


def _spread(rows: Callable[[View], Iterator[Row]], view: View, web: Web) -> str:
    return table(rows(view)).decode()


def _matrix(view: View) -> Matrix[Card]:
    return view.matrix(view.strands)


def _ways(view: View, matrix: Matrix[Card]) -> list[Crosswalk[Card]]:
    frameworks = view.documents(Framework)
    return [crosswalk(frameworks[id], matrix) for id in sorted(frameworks)]


def _cells(view: View) -> Iterator[Row]:
    """Bands go by their titles: a spreadsheet takes `3-5` for a day in March."""
    yield [
        *("strand", "strand_title", "band", "outcomes", "lessons_teaching", "lessons_assessing"),
        *("gaps", "outcome_codes", "untaught", "unassessed"),
    ]
    for cell in _matrix(view).cells:
        told = cell.counts
        codes = _listed(one.outcome.code for one in cell.outcomes)
        yield [
            *(cell.strand.code, cell.strand.title, cell.band.title),
            *(told.outcomes, told.teaching, told.assessing, told.gaps),
            *(codes, _listed(_gaps(cell, "untaught")), _listed(_gaps(cell, "unassessed"))),
        ]


def _gaps(cell: Cell[Card], gap: Gap) -> list[str]:
    return [one.outcome.code for one in cell.outcomes if one.gap == gap]


def _outcomes(view: View) -> Iterator[Row]:
    matrix = _matrix(view)
    ways = _ways(view, matrix)
    yield [
        *("outcome", "strand", "band", "statement", "short_form", "lessons_teaching"),
        *("lessons_assessing", "gap", "taught_in", "assessed_in", "builds_on", "graduate_profile"),
        *(way.framework.id for way in ways),
    ]
    for number, one in enumerate(matrix.outcomes):
        outcome = one.outcome
        yield [
            *(outcome.code, one.strand.code, one.band.title),
            *(outcome.text.shown, outcome.plain.shown, len(one.taught), len(one.assessed)),
            *(one.gap or "", _listed(_ids(one.taught)), _listed(_ids(one.assessed))),
            *(_listed(outcome.builds_on), _listed(outcome.graduate_profile)),
            *(_listed(_alignments(way, number)) for way in ways),
        ]


def _codes(view: View) -> Iterator[Row]:
    """A line for each outcome of a code, and one for a code that no outcome names."""
    yield [
        *("framework", "version", "group", "code", "meaning", "outcome", "band", "short_form"),
        *("taught_in", "assessed_in", "gap"),
    ]
    for way in _ways(view, _matrix(view)):
        for met in way.codes:
            of = way.framework
            group = met.group.title if met.group else ""
            start: Row = [of.id, of.version, group]
            code = _alignment(of, met.code.code)
            if not met.outcomes:
                yield [*start, code, met.code.text, "", "", "", "", "", "no-outcome"]
            for one, band in met.outcomes:
                yield [
                    *(*start, _alignment(of, met.code.code, band), met.code.text),
                    *(one.outcome.code, one.band.title, one.outcome.plain.shown),
                    *(_listed(_ids(one.taught)), _listed(_ids(one.assessed)), one.gap or ""),
                ]


def _alignments(way: Crosswalk[Card], number: int) -> list[str]:
    return [_alignment(way.framework, one.code, band) for one, band in way.outcomes[number][1]]


def _alignment(framework: Framework, code: str, band: str = "") -> str:
    return f"{framework.id}:{code}" + (f"@{band}" if band else "")


def _ids(lessons: Iterable[Card]) -> list[str]:
    return [one.id for one in lessons]


def _listed(words: Iterable[str]) -> str:
    return " ".join(words)


def _whole(view: View, web: Web) -> str:
    matrix = _matrix(view)
    data = {
        "edition": view.settings.edition,
        "license": "CC-BY-4.0",
        "language": "en",
        "bands": [
            {"id": one.id, "title": one.title.shown, "stage": one.stage.shown}
            for one in matrix.bands
        ],
        "strands": [
            {"id": row.strand.id, "code": row.strand.code, "title": row.strand.title.shown}
            for row in matrix.rows
        ],
        "counts": _told(matrix.counts),
        "cells": [
            {
                "strand": cell.strand.id,
                "band": cell.band.id,
                **_told(cell.counts),
                "codes": [one.outcome.code for one in cell.outcomes],
                "untaught": _gaps(cell, "untaught"),
                "unassessed": _gaps(cell, "unassessed"),
            }
            for cell in matrix.cells
        ],
        "outcomes": [_outcome(one) for one in matrix.outcomes],
        "frameworks": [_framework(way) for way in _ways(view, matrix)],
    }
    return written(data)


def _told(counts: Counts) -> dict[str, int]:
    return {
        "outcomes": counts.outcomes,
        "lessons_teaching": counts.teaching,
        "lessons_assessing": counts.assessing,
        "gaps": counts.gaps,
    }


def _outcome(one: Covered[Card]) -> dict[str, Any]:
    return {
        "code": one.outcome.code,
        "strand": one.strand.id,
        "band": one.band.id,
        "statement": one.outcome.text.shown,
        "short_form": one.outcome.plain.shown,
        "builds_on": one.outcome.builds_on,
        "graduate_profile": one.outcome.graduate_profile,
        "taught_in": _ids(one.taught),
        "assessed_in": _ids(one.assessed),
        "gap": one.gap,
    }


def _framework(way: Crosswalk[Card]) -> dict[str, Any]:
    one = way.framework
    return {
        "id": one.id,
        "title": one.title,
        "version": one.version,
        "status": one.status,
        "source": one.source,
        "codes": [
            {
                "code": met.code.code,
                "group": met.code.group,
                "meaning": met.code.text,
                "outcomes": [
                    {"code": covered.outcome.code, **({"band": band} if band else {})}
                    for covered, band in met.outcomes
                ],
                "taught_in": _ids(met.lessons),
            }
            for met in way.codes
        ],
        "codes_without_outcome": [code.code for code in way.unmet],
        "outcomes": {
            covered.outcome.code: [
                _alignment(one, code.code, band).partition(":")[2] for code, band in codes
            ]
            for covered, codes in way.outcomes
        },
        "outcomes_without_code": [covered.outcome.code for covered in way.unaligned],
    }
