"""Reference: the glossary, the tool register, the principles."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from builder.model.base import Audience, Careful, Document, Id, Part, Source
from builder.model.grades import BandId
from builder.model.text import Line, Prose, Text, Title
from builder.validation import Day, Flag, WholeNumber

Phase = Annotated[WholeNumber, Field(ge=1, le=3)]


class Term(Document):
    """An academic term: kept in English, its idea explained in the home language."""

    kind: ClassVar[str] = "term"
    folder: ClassVar[str] = "curriculum/glossary"

    term: str
    """The English term; never translated."""
    explanation: Line
    """The idea, in at most 30 easy words."""
    example: Line
    """One example from a child’s or a family’s world."""
    say_it: Title
    """How to say the English term, spelled for the reader of the language."""
    band: BandId
    """The band from which it is used in class: tk-2, 3-5, 6-8 or 9-12."""
    also: tuple[str, ...] = ()
    """Other English words that people search for."""
    see: tuple[Id, ...] = ()
    """Related terms of the glossary, by id."""

    @property
    def name(self) -> Text:
        return Title(self.term)


class Score(Part):
    """One criterion of the rubric."""

    score: Annotated[WholeNumber, Field(ge=0, le=3)]
    """The points, 0 (not at all) to 3 (fully)."""
    evidence: Line
    """What was looked at and what it showed, in one or two sentences."""


class Rubric(Part):
    """The four criteria of the tool evaluation."""

    alignment: Score
    """How well it serves the outcomes it is used for."""
    safety: Score
    """How well it keeps students from harm."""
    age_fit: Score
    """How well it fits the age of its users."""
    privacy: Score
    """How well it protects what is typed and who types it."""


class Agreement(Part):
    """The data privacy agreement with the owner of a tool."""

    status: Literal["sample", "none", "signed"]
    """Whether there is one: sample (made-up entry), none or signed."""
    signed_on: Day | None = None
    """The day it was signed, such as 2026-11-22."""
    expires_on: Day | None = None
    """The day it ends, such as 2027-06-30."""


class BiasReview(Part):
    """The bias review of a tool."""

    status: Literal["sample", "none", "done"]
    """Whether there was one: sample (made-up entry), none or done."""
    text: Line
    """Who asked what, and what came out."""
    on: Day | None = None
    """The day of the review, such as 2026-11-22."""


class Tool(Document):
    """A tool in the register."""

    kind: ClassVar[str] = "tool"
    folder: ClassVar[str] = "curriculum/tools"
    audience: ClassVar[Audience] = "staff"

    name_: Title
    """What the tool is called; not translated."""
    example: Flag
    """Whether this is a made-up entry that shows how the form is filled in."""
    category: Literal["chat", "image", "classifier", "translation", "adaptive-tutor"]
    """What it does: chat, image, classifier (sorts things), translation or adaptive-tutor (picks
    the next task from right and wrong answers).
    """
    summary: Line
    """What the tool does and who runs it, in one or two sentences."""
    owner: Line
    """The role, not the person, that answers for it."""
    audience_: Annotated[tuple[Literal["staff", "students"], ...], Field(min_length=1)]
    """Who may use it: staff, students or both."""
    bands: tuple[BandId, ...]
    """The bands it may be used in: tk-2, 3-5, 6-8, 9-12."""
    edition: Literal["consumer", "education"]
    """Which edition the district uses: consumer or education."""
    min_age: WholeNumber
    """The age its terms ask for, in years."""
    consent_until_age: WholeNumber
    """Below this age, in years, a parent's or the school's consent is needed."""
    under13_basis: Literal["school-consent", "parent-consent", "not-allowed"]
    """On what ground children under 13 may use it: school-consent, parent-consent or not-allowed.
    """
    dpa: Agreement
    """The data privacy agreement with its owner."""
    bias_review: BiasReview
    """Whether somebody tested it for unfair answers, and what came out."""
    rubric: Rubric
    """Four scores from 0 to 3, each with its evidence."""
    phase: Phase
    """How far the district is: 1 teachers only, 2 small pilot with students, 3 in general use."""
    data_shared: Annotated[Line, Careful()]
    """What the tool receives, and what it does not."""
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
    """Names this principle; never changed. Small letters, words joined by hyphens."""
    title: Title
    """The principle in a few words."""
    text: Line
    """What it says, in one or two sentences."""
    looks_like: Line
    """What a family would see at school."""
    not_: Line
    """What we do not do, begun with “We do not”."""


class Principles(Document):
    """The principles behind every page."""

    kind: ClassVar[str] = "principles"
    folder: ClassVar[str] = "curriculum/principles"
    only: ClassVar[str] = "principles"
    careful: ClassVar[bool] = True

    title: Title
    """What the page is called."""
    summary: Line
    """The page in one or two sentences."""
    about: Prose
    """Why there are principles, in one or two paragraphs."""
    principles: Annotated[tuple[Principle, ...], Field(min_length=1)]
    """The principles, in the order they are shown."""
    sources: tuple[Source, ...] = ()
    """Where the principles come from."""
