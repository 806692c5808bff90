"""Where lessons and programs put tools to use: which tool, from which grade on, in whose hands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.grades import BANDS, GRADES, BandId, Grade, grade_band
from builder.model.lesson import Lesson
from builder.model.program import Program
from builder.model.register import Tool
from builder.rules.engine import Frame
from builder.source import Loc

BY_STUDENTS = ("class-account", "individual-account")
AGE_IN_TK = 4  # on 1 September, California Education Code 48000


@dataclass(frozen=True, slots=True)
class Use:
    """One tool of the register as a lesson or a session uses it."""

    tool: Tool
    at: Loc
    grade: Grade
    """The lowest grade that is there."""
    bands: tuple[BandId, ...]
    by_students: bool
    """Whether students work with it: by the interaction of a lesson, and in a session above
    AI-use level 0.
    """

    @property
    def age(self) -> int:
        """The typical age of the lowest grade."""
        return AGE_IN_TK + GRADES.index(self.grade)


def uses(document: Lesson | Program, frame: Frame) -> Iterator[Use]:
    """Every use of a tool that stands in the register."""
    tools = frame.all(Tool)
    for at, id, students in _named(document):
        if id in tools:
            yield Use(tools[id], at, _lowest(document), _bands(document), students)


def _named(document: Lesson | Program) -> Iterator[tuple[Loc, str, bool]]:
    if isinstance(document, Lesson):
        for number, id in enumerate(document.tools):
            yield ("tools", number), id, document.interaction in BY_STUDENTS
        return
    for place, session in enumerate(document.sessions):
        for number, id in enumerate(session.tools):
            yield ("sessions", place, "tools", number), id, session.ai_use_level > 0


def _bands(document: Lesson | Program) -> tuple[BandId, ...]:
    return (document.band,) if isinstance(document, Lesson) else document.bands


def _lowest(document: Lesson | Program) -> Grade:
    if isinstance(document, Lesson):
        return document.grades[0]
    band = min(document.bands, key=BANDS.index)
    return next(grade for grade in GRADES if grade_band(grade) == band)
