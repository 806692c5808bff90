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
    """Saying when AI was used, in one sentence."""
    attribution: Line
    """Saying what AI did and where ideas come from, in one sentence."""
    human_contribution: Line
    """What stays the student’s own, in one sentence."""


class UseLevel(Part):
    """One AI-use level in the words of the band, for the label on an assignment."""

    level: Level
    """The level: 0 no AI, 1 AI plans, 2 AI comments on drafts, 3 AI may do any part, 4 students
    explore what AI can do.
    """
    text: Line
    """What the level means, in words of the band."""
    may: Line
    """What the student may do; the page puts “You may” before it."""
    may_not: Line
    """What the student may not do; the page puts “You may not” before it."""
    hand_in: Line
    """What the student hands in besides the work."""

    @property
    def slug(self) -> str:
        return str(self.level)


class Disclosure(Part):
    """How students say that AI was used."""

    intro: Prose
    """When and where the student fills the form in."""
    fields: Annotated[tuple[Step, ...], Field(min_length=1)]
    """The lines of the form, in order."""
    example: Prose
    """A form filled in by a made-up student."""


class Citation(Part):
    """How students name AI as a source."""

    text: Prose
    """How to name a tool as a source in these grades."""
    examples: tuple[Step, ...] = ()
    """Citations to copy the form from."""


class Integrity(Document):
    """What honest work with AI means in one band."""

    kind: ClassVar[str] = "integrity"
    folder: ClassVar[str] = "curriculum/integrity"
    careful: ClassVar[bool] = True

    id: BandId
    """The band: tk-2, 3-5, 6-8 or 9-12. The file has the same name."""
    title: Title
    """What the page is called."""
    summary: Line
    """The page in a sentence."""
    maximum_level: Level
    """The highest AI-use level of the band, 0 to 4, as its band file says."""
    students: ThreeParts | None = None
    """The three parts in the student’s voice."""
    families: ThreeParts | None = None
    """What families can do and ask."""
    teachers: ThreeParts | None = None
    """The three parts as teachers act on them."""
    helps: Annotated[tuple[Step, ...], Field(min_length=1)]
    """When AI helps learning, one example each."""
    undermines: Annotated[tuple[Step, ...], Field(min_length=1)]
    """When AI takes the learning away, one example each."""
    levels: Annotated[tuple[UseLevel, ...], Field(min_length=1)]
    """Each level from 0 to the maximum, in words of the band."""
    disclosure: Disclosure
    """How students say that they used AI."""
    citation: Citation
    """How students name AI as a source in their work."""
    when_unsure: Prose
    """What happens when a teacher wonders whose work it is."""
