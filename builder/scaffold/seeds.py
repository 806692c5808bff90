"""What a starter takes from the curriculum that is there: bands, outcomes, codes, terms.

A seed is a tree of values by field. Fields without one get words that ask for the writer's own.
"""

from __future__ import annotations

from typing import Any

from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.model.educators import Chapter, Competencies, Course
from builder.model.family import Guide, Letter
from builder.model.grades import BANDS, GRADES, Band, code_band, grade_band
from builder.model.household import KitchenSheet
from builder.model.integrity import Integrity
from builder.model.lesson import Lesson
from builder.model.program import Program
from builder.model.progression import GraduateProfile, Strand
from builder.model.references import alignment_codes
from builder.model.register import Term, Tool
from builder.model.search import Synonyms
from builder.model.unit import Unit
from builder.model.workshop import Workshop
from builder.scaffold.drawing import ASK
from builder.starter_words import ID

_ORDER = ("think", "teach", "practice", "discuss", "assess", "reflect")


def seeds(kind: type[Document], id: str, band: str | None, curriculum: Curriculum) -> Any:
    """The values of a new document; raises LookupError, in a sentence, where one is wanting."""
    given: dict[str, Any] = {"id": id, "license": ASK, "status": ASK}
    if kind is Lesson:
        given |= _lesson(band or BANDS[0], curriculum)
    elif kind is Strand:
        given |= _strand(id, curriculum)
    elif kind is Integrity:
        given |= _integrity(id, curriculum)
    elif kind is Unit:
        given |= _unit(band or BANDS[0], curriculum)
    elif kind is Band:
        given |= {"grades": [grade for grade in GRADES if grade_band(grade) == id]}
    elif kind is Workshop:
        given |= _workshop()
    elif kind is Synonyms:
        given["groups"] = [{"finds": ["guide"]}]
    elif kind is Guide:
        given["word"] = {"term": next(iter(curriculum.all(Term)), ID)}
    elif kind is Course:
        given |= _course(curriculum)
    elif kind is Chapter:
        given |= {"part": "teaching", "order": _next(Chapter, curriculum)}
    elif kind is Program:
        given |= {"sessions": [{"minutes": 45}]}
    if kind in (Guide, KitchenSheet, Letter, Term, Unit):
        given["band"] = band or BANDS[0]
    if kind in (Program, Tool, Workshop):
        given["bands"] = [band] if band else list(BANDS)
    return given


def _lesson(band: str, curriculum: Curriculum) -> dict[str, Any]:
    codes = [
        one.outcome.code
        for one in curriculum.placed
        if one.in_use and code_band(one.outcome.code) == band
    ]
    if not codes:
        raise LookupError(f"No outcome of band {band} is in use. Write one in a strand first.")
    limits = curriculum.all(Band).get(band)
    if limits is None:
        raise LookupError(f"There is no file of band {band}. Write progression/bands/{band}.yml.")
    minutes = _split(limits.lesson_minutes.from_, limits.longest_segment)
    segments = [
        {"id": f"{ID}-{number}" if number else "think-first", "kind": kind, "minutes": each}
        for number, (kind, each) in enumerate(zip(_ORDER, minutes, strict=False))
    ]
    return {
        "grades": list(limits.grades),
        "teaches": codes[:1],
        "assesses": codes[:1],
        "segments": segments,
    }


def _unit(band: str, curriculum: Curriculum) -> dict[str, Any]:
    there = [one.id for one in curriculum.in_use(Lesson) if one.band == band]
    if not there:
        raise LookupError(f"No lesson of band {band} is in use. Write the lessons first.")
    strand = next((one.id for one in curriculum.strands), ID)
    return {"strand": strand, "lessons": [{"id": one} for one in there[:2]]}


def _split(minutes: int, most: int) -> list[int]:
    """The minutes in as few stretches as may be, and in at least three."""
    number = min(max(3, -(-minutes // max(most, 1))), len(_ORDER))
    return [minutes // number + (one < minutes % number) for one in range(number)]


def _strand(id: str, curriculum: Curriculum) -> dict[str, Any]:
    """A strand with an outcome for each band, so that no cell of the matrix is empty."""
    used = {strand.code for strand in curriculum.strands}
    letters = "".join(one for one in id.upper() if one.isalpha()).ljust(3, "X")
    tried = [letters[:3], *(letters[:2] + one for one in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")]
    code = next(one for one in tried if one not in used)
    aims = [aim.id for one in curriculum.all(GraduateProfile).values() for aim in one.aims]
    aligned = sorted(alignment_codes(curriculum), key=lambda one: ("@" in one, one))
    each = {"graduate_profile": aims[:1] or [ID], "alignments": aligned[:1] or [f"{ID}:{ID}"]}
    return {
        "code": code,
        "order": max((strand.order for strand in curriculum.strands), default=0) + 1,
        "outcomes": [{"code": f"{band.upper()}.{code}.1", **each} for band in BANDS],
    }


def _integrity(id: str, curriculum: Curriculum) -> dict[str, Any]:
    band = curriculum.all(Band).get(id)
    most = band.maximum_ai_use_level if band else 0
    return {
        **dict.fromkeys(("students", "families", "teachers"), ASK),
        "maximum_level": most,
        "levels": [{"level": level} for level in range(most + 1)],
    }


def _workshop() -> dict[str, Any]:
    return {
        "full": {"minutes": 60, "agenda": [{"minutes": 60}]},
        "short": {"minutes": 15, "agenda": [{"minutes": 15}]},
        "handouts": [{"body": ASK}],
    }


def _course(curriculum: Curriculum) -> dict[str, Any]:
    """A course that comes after all others and works on the first competency."""
    known = [one.id for each in curriculum.all(Competencies).values() for one in each.competencies]
    module = {
        "minutes": 60,
        "competencies": known[:1] or [ID],
        "activities": [{"minutes": 60}],
    }
    return {"order": _next(Course, curriculum), "modules": [module]}


def _next(kind: type[Chapter] | type[Course], curriculum: Curriculum) -> int:
    """The first place that is free; chapters are counted within the part for teachers."""
    taken = (one.order for one in curriculum.in_use(kind) if getattr(one, "part", "") != "district")
    return max(taken, default=0) + 1
