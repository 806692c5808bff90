"""Lessons, units and workshops as papers: the teacher's with its answers, the sheets without."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from builder import qr, templates
from builder.exports.blocks import Block, Heading, Run, deeper
from builder.exports.html import blocks
from builder.exports.paper import Paper
from builder.model.base import Document
from builder.model.grades import Band
from builder.model.integrity import UseLevel
from builder.model.lesson import Lesson
from builder.model.register import Term, Tool
from builder.model.text import Text
from builder.model.unit import Stop, Unit
from builder.model.workshop import Workshop
from builder.pages.lessons import label, outcomes
from builder.pages.view import Card, View
from builder.web import Web


@dataclass(frozen=True)
class Desk:
    """Where files are made: what may be looked at in a language, and where the site will stand."""

    view: View
    web: Web

    def address(self, path: str) -> str:
        """The address of a page in the reader's language; empty where nobody knows it."""
        return self.web.address(path, self.view.reader.language) if self.web.site_url else ""


def lesson(desk: Desk, id: str) -> Paper:
    """The whole lesson for its teacher: steps, supports, answers, then every sheet."""
    one, values = lesson_of(desk.view, id)
    over = _over(desk.view, "Lesson", values["band"])
    found = _blocks(desk, "lesson-file", values)
    return _paper(desk, one, one.title, one.summary, over, f"lessons/{id}/", found, keys=True)


def unit(desk: Desk, id: str) -> Paper:
    """The plan of a unit, then each of its lessons with its sheets."""
    view = desk.view
    one = view.document(Unit, id)
    band = view.band(one.band)
    stops = stops_of(view, one)
    lessons = [lesson_of(view, stop.id) for stop, _ in stops]
    codes = {code for each, _ in lessons for code in each.teaches}
    assessed = {code for each, _ in lessons for code in each.assesses}
    strands = view.strands
    values = {
        "unit": one,
        "band": band,
        "stops": stops,
        "minutes": sum(each.minutes for each, _ in lessons),
        "strand": next((strand for strand in strands if strand.id == one.strand), None),
        "outcomes": [
            (outcome, outcome.code in assessed)
            for strand in strands
            for outcome in strand.outcomes
            if outcome.code in codes
        ],
    }
    found = list(_blocks(desk, "unit-file", values))
    for each, its in lessons:
        found.append(Heading(2, (_run(each.title, view),), new_page=True))
        found += deeper(_blocks(desk, "lesson-file", its), 1)
    over = _over(view, "Unit", band)
    whole = tuple(found)
    return _paper(desk, one, one.title, one.summary, over, f"units/{id}/", whole, keys=True)


def workshop(desk: Desk, id: str) -> Paper:
    """The whole kit of a workshop for whoever leads it, with its sheets."""
    view = desk.view
    one = view.document(Workshop, id)
    terms = [view.document(Term, term) for term in one.interpreter_sheet.terms]
    found = _blocks(desk, "workshop-file", {"workshop": one, "terms": terms})
    over = _over(view, "Workshops", *(view.band(band) for band in one.bands))
    return _paper(desk, one, one.title, one.summary, over, f"workshops/{id}/", found, keys=True)


def sheets(desk: Desk, kind: type[Document], id: str) -> Paper | None:
    """The sheets of a lesson, a unit or a workshop for those who get them; None without any.

    No answer stands on them, and none that is the teacher's own is among them.
    """
    view = desk.view
    if kind is Workshop:
        one: Any = view.document(Workshop, id)
        found = _blocks(desk, "handouts-file", _handouts(one, None))
        bands = [view.band(band) for band in one.bands]
        place = f"workshops/{id}/"
    elif kind is Lesson:
        one, values = lesson_of(view, id)
        found = _blocks(desk, "handouts-file", _handouts(one, values["label"]))
        bands, place = [values["band"]], f"lessons/{id}/"
    else:
        one = view.document(Unit, id)
        lessons = [lesson_of(view, stop.id) for stop, _ in stops_of(view, one)]
        each = [_handouts(lesson, values["label"]) for lesson, values in lessons]
        found = tuple(block for its in each for block in _blocks(desk, "handouts-file", its))
        bands, place = [view.band(one.band)], f"units/{id}/"
    if not found and kind is not Unit:
        return None
    if found and isinstance(found[0], Heading):  # the first sheet begins under the title
        found = (replace(found[0], new_page=False), *found[1:])
    about = view.words("A sheet to print for “{title}”.", title=one.title.shown).unescape()
    over = _over(view, "Handouts", *bands)
    return _paper(desk, one, one.title, about, over, place, found)


def _handouts(one: Any, level: UseLevel | None) -> Mapping[str, Any]:
    return {
        "handouts": [sheet for sheet in one.handouts if sheet.for_ != "teacher"],
        "label": level,
    }


def lesson_of(view: View, id: str) -> tuple[Lesson, dict[str, Any]]:
    """A lesson with what its templates show."""
    one = view.document(Lesson, id)
    return one, {
        "lesson": one,
        "band": view.band(one.band),
        "outcomes": outcomes(view, one.teaches),
        "tools": [view.card(Tool, tool) for tool in one.tools],
        "terms": [view.document(Term, term) for term in one.vocabulary],
        "label": label(view, one),
    }


def stops_of(view: View, one: Unit) -> list[tuple[Stop, Card]]:
    """The stops of a unit whose lessons are in use, each with its lesson's card."""
    there = view.ids(Lesson)
    return [(stop, view.card(Lesson, stop.id)) for stop in one.lessons if stop.id in there]


def _blocks(desk: Desk, template: str, values: Mapping[str, Any]) -> tuple[Block, ...]:
    return blocks(templates.render(f"files/{template}.html.jinja", desk.view.reader, values))


def _run(words: Text, view: View) -> Run:
    own = words.language != view.reader.language
    return Run(words.shown, language=words.language if own else "")


def _over(view: View, kind: str, *bands: Band) -> str:
    titles = [band.title.shown for band in bands]
    return " · ".join([view.words(kind).unescape(), *titles])


def _paper(
    desk: Desk,
    one: Document,
    title: Text,
    about: Text | str,
    over: str,
    path: str,
    found: tuple[Block, ...],
    keys: bool = False,
) -> Paper:
    view = desk.view
    view.reads.add("names term")  # which words of the glossary are marked
    settings, address = view.settings, desk.address(path)
    return Paper(
        title=title.shown,
        about=about if isinstance(about, str) else about.shown,
        language=view.reader.language,
        direction=view.reader.direction,
        district=settings.district.name,
        over=over,
        foot=f"{title.shown}. {settings.district.name}, {settings.edition}. CC BY 4.0.",
        place=view.words("{number} of {total}").unescape(),
        web=view.words("This page on the web:").unescape(),
        address=address,
        code=str(qr.drawing(address)) if address else "",
        blocks=found,
        keys=keys,
    )
