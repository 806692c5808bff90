"""Reference: the glossary, the tool register, the principles."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from builder.model.base import Careful, Document, Id, Part, Source
from builder.model.grades import BandId
from builder.model.text import Line, Prose, Text, Title
from builder.validation import Day, Flag, WholeNumber


class Term(Document):
    """An academic term: kept in English, its idea explained in the home language."""

    kind: ClassVar[str] = "term"
    folder: ClassVar[str] = "curriculum/glossary"

    term: str
    """The English term; never translated."""
    explanation: Line
    """The idea, in at most 30 easy words."""
    example: Line
    """From a child's or a family's world."""
    say_it: Title
    """How to say the English term, spelled for the reader of the language."""
    band: BandId
    """The band from which it is used in class."""
    also: tuple[str, ...] = ()
    """Other English words people search for."""
    see: tuple[Id, ...] = ()
    """Related terms."""

    @property
    def name(self) -> Text:
        return Title(self.term)


class Score(Part):
    """One criterion of the rubric."""

    score: Annotated[WholeNumber, Field(ge=0, le=3)]
    evidence: Line


class Rubric(Part):
    """The four criteria of the tool evaluation."""

    alignment: Score
    safety: Score
    age_fit: Score
    privacy: Score


class Agreement(Part):
    """The data privacy agreement with the owner of a tool."""

    status: Literal["sample", "none", "signed"]
    signed_on: Day | None = None
    expires_on: Day | None = None


class BiasReview(Part):
    """The bias review of a tool."""

    status: Literal["sample", "none", "done"]
    text: Line
    on: Day | None = None


class Tool(Document):
    """A tool in the register."""

    kind: ClassVar[str] = "tool"
    folder: ClassVar[str] = "curriculum/tools"
    audience: ClassVar[Literal["family", "lesson", "staff"]] = "staff"

    name_: Title
    """What the tool is called; not translated."""
    example: Flag
    """Whether this is a made-up entry that shows how the form is filled in."""
    category: Literal["chat", "image", "classifier", "translation"]
    summary: Line
    owner: Line
    """The role that answers for it."""
    audience_: Annotated[tuple[Literal["staff", "students"], ...], Field(min_length=1)]
    """Who may use it."""
    bands: tuple[BandId, ...]
    """The bands it may be used in."""
    edition: Literal["consumer", "education"]
    min_age: WholeNumber
    """The age its terms ask for, in years."""
    consent_until_age: WholeNumber
    """Below this age, in years, a parent's or the school's consent is needed."""
    under13_basis: Literal["school-consent", "parent-consent", "not-allowed"]
    dpa: Agreement
    bias_review: BiasReview
    rubric: Rubric
    phase: Annotated[WholeNumber, Field(ge=1, le=3)]
    """1 teachers only, 2 small pilot, 3 in general use."""
    data_shared: Annotated[Line, Careful()]
    """What the tool receives."""
    opt_out: Line
    """How a family says no, and what the student does instead."""
    verified_on: Day
    """The day these facts were last compared with the terms."""

    @property
    def name(self) -> Text:
        return self.name_


class Principle(Part):
    """One principle."""

    id: Id
    title: Title
    text: Line
    looks_like: Line
    """What a family would see."""
    not_: Line
    """What we do not do."""


class Principles(Document):
    """The principles behind every page."""

    kind: ClassVar[str] = "principles"
    folder: ClassVar[str] = "curriculum/principles"
    careful: ClassVar[bool] = True

    title: Title
    summary: Line
    about: Prose
    principles: Annotated[tuple[Principle, ...], Field(min_length=1)]
    sources: tuple[Source, ...] = ()
