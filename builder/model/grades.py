"""Grades and grade bands, the same four everywhere."""

from __future__ import annotations

from bisect import bisect
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from builder.model.base import Document, Part
from builder.model.text import Line, Text, Title
from builder.validation import WholeNumber

BandId = Literal["tk-2", "3-5", "6-8", "9-12"]
Grade = Literal["TK", "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]

BANDS: tuple[BandId, ...] = ("tk-2", "3-5", "6-8", "9-12")
GRADES: tuple[Grade, ...] = Grade.__args__  # type: ignore[attr-defined]
_FIRST = tuple(GRADES.index(grade) for grade in ("TK", "3", "6", "9"))


class Range(Part):
    """From and to, both included."""

    from_: WholeNumber
    """The lowest number, itself included."""
    to: WholeNumber
    """The highest number, itself included."""

    def __contains__(self, number: int) -> bool:
        return self.from_ <= number <= self.to


class Band(Document):
    """A grade band: its stage, its grades and the limits that lessons for it keep."""

    kind: ClassVar[str] = "band"
    folder: ClassVar[str] = "progression/bands"

    id: BandId
    """The band: tk-2, 3-5, 6-8 or 9-12. The file has the same name."""
    title: Title
    """How the band is written: “Grades 3–5”."""
    stage: Title
    """The stage of the progression."""
    summary: Line
    """What children do with AI in this band, for families."""
    typical_ages: Range
    """Ages on 1 September, from the lowest grade to the end of the highest (Ed Code 48000)."""
    grades: tuple[Grade, ...]
    """The grades of the band, in order: TK, K, 1 and so on."""
    lesson_minutes: Range
    """How many minutes a lesson may take."""
    block_minutes: Range | None = None
    """How many minutes a block lesson may take, where the band has block schedules."""
    longest_segment: WholeNumber
    """The most minutes one segment may take."""
    maximum_ai_use_level: Annotated[WholeNumber, Field(le=4)]
    """The highest AI-use level, 0 to 4, that students of the band work at."""

    @property
    def name(self) -> Text:
        return self.title


def grade_band(grade: Grade) -> BandId:
    """The band that a grade belongs to: `4` is of `3-5`."""
    return BANDS[bisect(_FIRST, GRADES.index(grade)) - 1]


def code_band(code: str) -> str:
    """The band that an outcome code belongs to: `TK-2.UND.1` is of `tk-2`."""
    return code.split(".", 1)[0].lower()


def code_strand(code: str) -> str:
    """The letters of the strand that an outcome code belongs to: `UND`."""
    return code.split(".")[1]


def anchor(code: str) -> str:
    """The code as an anchor in a page: `tk-2-und-1`."""
    return code.lower().replace(".", "-")
