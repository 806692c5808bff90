"""What families ask and what they hang on the fridge: questions with answers, the kitchen sheet."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from builder.model.base import Careful, Document, Id, Part, Step
from builder.model.grades import BandId
from builder.model.text import Line, Prose, Title


class Answered(Part):
    """One question as a parent asks it, with its answer."""

    id: Id
    """Names this question; never changed. Small letters, words joined by hyphens."""
    ask: Title
    """The question in a parent’s own words."""
    answer: Prose
    """The answer: first what to do or yes or no, then why, in a few short sentences."""


class QuestionGroup(Part):
    """Questions on one theme."""

    id: Id
    """Names this group; never changed. Small letters, words joined by hyphens."""
    title: Title
    """The theme, in a few words."""
    questions: Annotated[tuple[Answered, ...], Field(min_length=1)]
    """The questions, those that most families ask first."""


class Questions(Document):
    """A page of questions that families ask, with answers."""

    kind: ClassVar[str] = "questions"
    folder: ClassVar[str] = "curriculum/questions"
    careful: ClassVar[bool] = True

    title: Title
    """What the page is called."""
    summary: Line
    """Whose questions these are, and whom to ask another, in one or two short sentences."""
    groups: Annotated[tuple[QuestionGroup, ...], Field(min_length=1)]
    """The questions by theme."""
    ask_us: Prose
    """Whom to ask what is not here, in which languages."""

    @property
    def places(self) -> tuple[str, ...]:
        """Where each question stands on the page, in order: group and question, by their ids."""
        return tuple(f"{group.id}-{one.id}" for group in self.groups for one in group.questions)


class KitchenSheet(Document):
    """The sheet of one band for the kitchen table: one page to print and put on the fridge."""

    kind: ClassVar[str] = "sheet"
    folder: ClassVar[str] = "curriculum/sheets"

    id: BandId
    """The band the sheet is for: tk-2, 3-5, 6-8 or 9-12. The file has the same name."""
    band: BandId
    """The same band once more."""
    title: Title
    """What the sheet says in one line, such as the habit of the band."""
    lead: Line
    """What to do with this sheet, in one sentence."""
    ask: Annotated[tuple[Step, ...], Field(min_length=1, max_length=4)]
    """Questions to say aloud at the table."""
    yes: Annotated[tuple[Step, ...], Field(min_length=1, max_length=4)]
    """What is fine, a few words each."""
    no: Annotated[tuple[Step, ...], Field(min_length=1, max_length=4)]
    """What we do not do, a few words each."""
    private: Annotated[Line, Careful()]
    """What stays out of every AI tool."""
    stop: Annotated[Prose, Careful()]
    """What to do when something goes wrong, and whom to call."""
    rule: Line
    """The beginning of the family’s own rule, which they finish by hand on the line."""
