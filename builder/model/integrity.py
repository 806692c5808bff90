"""Academic-integrity expectations of one band: transparency, attribution, human contribution."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from builder.model.base import Document, Part, Step
from builder.model.grades import BandId
from builder.model.lesson import Level
from builder.model.text import Line, Prose, Title


class ThreeParts(Part):
    """The three parts that every band has, for one reader."""

    transparency: Line
    """Say when AI was used."""
    attribution: Line
    """Say what it did and where ideas come from."""
    human_contribution: Line
    """What stays the student's own."""


class UseLevel(Part):
    """One AI-use level in the words of the band, for the label on an assignment."""

    level: Level
    text: Line
    may: Line
    may_not: Line
    hand_in: Line

    @property
    def slug(self) -> str:
        return str(self.level)


class Disclosure(Part):
    """How students say that AI was used."""

    intro: Prose
    fields: Annotated[tuple[Step, ...], Field(min_length=1)]
    """The lines of the form."""
    example: Prose


class Citation(Part):
    """How students name AI as a source."""

    text: Prose
    examples: tuple[Step, ...] = ()


class Integrity(Document):
    """What honest work with AI means in one band."""

    kind: ClassVar[str] = "integrity"
    folder: ClassVar[str] = "curriculum/integrity"
    careful: ClassVar[bool] = True

    id: BandId
    """The band."""
    title: Title
    """What the page is called."""
    summary: Line
    """The page in a sentence."""
    maximum_level: Level
    """The highest AI-use level of the band."""
    students: ThreeParts | None = None
    """In the student's voice."""
    families: ThreeParts | None = None
    """What families can do and ask."""
    teachers: ThreeParts | None = None
    """What teachers do."""
    helps: Annotated[tuple[Step, ...], Field(min_length=1)]
    """When AI helps learning."""
    undermines: Annotated[tuple[Step, ...], Field(min_length=1)]
    """When it takes the learning away."""
    levels: Annotated[tuple[UseLevel, ...], Field(min_length=1)]
    """Levels 0 up to the maximum, in the words of the band."""
    disclosure: Disclosure
    """The form."""
    citation: Citation
    """The citation."""
    when_unsure: Prose
    """What happens when a teacher wonders whose work it is."""
