"""What families read: the guide and the letter of each band, theme pages, the home page."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from builder.model.base import Careful, Document, Id, Part, Source, Step
from builder.model.grades import BandId
from builder.model.text import Line, Prose, Title


class Tonight(Part):
    """One question to say aloud tonight; no device."""

    ask: Line
    """The words to say."""
    text: Prose
    """What to do with the answer."""


class Word(Part):
    """One school word, explained at home."""

    term: Id
    """The glossary term."""
    text: Prose
    """The word in a home example."""


class Guide(Document):
    """The family guide of one band."""

    kind: ClassVar[str] = "guide"
    folder: ClassVar[str] = "curriculum/guides"

    id: BandId
    band: BandId
    """The band it is for."""
    title: Title
    summary: Line
    """What to do first."""
    learns: Prose
    """What the child learns."""
    may: Annotated[tuple[Step, ...], Field(min_length=1)]
    """What the child may do with AI."""
    may_not: Annotated[tuple[Step, ...], Field(min_length=1)]
    """What the child does not do."""
    tonight: Tonight
    """One thing to try."""
    at_home: Prose
    """How families support AI use outside class."""
    word: Word
    """One school word."""
    safety: Annotated[Prose, Careful()]
    """When something goes wrong."""
    ask_us: Prose
    """Whom to ask; how to say no."""


class Section(Part):
    """A heading and its words."""

    id: Id
    title: Title
    text: Prose


class Topic(Document):
    """A family page on one theme."""

    kind: ClassVar[str] = "topic"
    folder: ClassVar[str] = "curriculum/topics"
    careful: ClassVar[bool] = True

    title: Title
    summary: Line
    about: Literal["safety", "privacy", "practice"]
    """What the words are about."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    tonight: Tonight | None = None
    ask_us: Prose
    sources: tuple[Source, ...] = ()


class LetterTry(Part):
    """One thing to try at home, in a letter."""

    ask: Line
    text: Line


class Letter(Document):
    """The letter a school sends to the families of one band."""

    kind: ClassVar[str] = "letter"
    folder: ClassVar[str] = "curriculum/letters"
    careful: ClassVar[bool] = True

    id: BandId
    band: BandId
    title: Title
    greeting: Line
    what: Prose
    """What and why, in two sentences."""
    will_do: Prose
    will_not_do: Prose
    tools: Prose
    """Which kind of tool, if any, and the age rule."""
    own_work: Prose
    """How work stays the student's own."""
    privacy: Prose
    ask: Prose
    """How to ask, opt out and get an interpreter."""
    try_: LetterTry
    closing: Line


class Door(Part):
    """One of the three doors of the home page, or a heading with a sentence."""

    title: Title
    text: Line


class HomeTonight(Part):
    """The card “tonight” on the home page."""

    title: Title
    ask: Line
    text: Line


class Home(Document):
    """The home page."""

    kind: ClassVar[str] = "home"
    folder: ClassVar[str] = "curriculum/home"

    title: Title
    lead: Line
    families: Door
    teachers: Door
    district: Door
    grades: Door
    tonight: HomeTonight
    trust: Annotated[tuple[Section, ...], Field(min_length=1)]
