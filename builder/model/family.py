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
    """The words a parent says, in quotes."""
    text: Prose
    """What to do with the answer."""


class Word(Part):
    """One school word, explained at home."""

    term: Id
    """The glossary term, by its id."""
    text: Prose
    """The word in an example from home."""


class Guide(Document):
    """The family guide of one band."""

    kind: ClassVar[str] = "guide"
    folder: ClassVar[str] = "curriculum/guides"

    id: BandId
    """The band the guide is for: tk-2, 3-5, 6-8 or 9-12. The file has the same name."""
    band: BandId
    """The same band once more."""
    title: Title
    """What families read first. Say what the child learns, not “guide”."""
    summary: Line
    """What to do first, in one or two short sentences."""
    learns: Prose
    """What the child learns about AI in these grades."""
    may: Annotated[tuple[Step, ...], Field(min_length=1)]
    """What the child may do with AI at school, one short sentence each."""
    may_not: Annotated[tuple[Step, ...], Field(min_length=1)]
    """What the child does not do, one short sentence each."""
    tonight: Tonight
    """One thing to try tonight, in five minutes and without a device."""
    at_home: Prose
    """How families support good use of AI outside class."""
    word: Word
    """The school word of the page, with an example from home."""
    safety: Annotated[Prose, Careful()]
    """What to do when something goes wrong, and whom to call."""
    ask_us: Prose
    """Whom to ask, in which languages, and how to say no."""


class Section(Part):
    """A heading and its words."""

    id: Id
    """Names this section; never changed. Small letters, words joined by hyphens."""
    title: Title
    """The heading, in a few words."""
    text: Prose
    """The words under the heading; paragraphs and lists."""


class Topic(Document):
    """A family page on one theme."""

    kind: ClassVar[str] = "topic"
    folder: ClassVar[str] = "curriculum/topics"
    careful: ClassVar[bool] = True

    title: Title
    """What the page is called."""
    summary: Line
    """What to do first, in one or two short sentences."""
    about: Literal["safety", "privacy", "practice"]
    """What the words are about: safety, privacy or practice (what to do day by day)."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    """The parts of the page, each with a heading."""
    tonight: Tonight | None = None
    """One thing to try tonight, in five minutes and without a device."""
    ask_us: Prose
    """Whom to ask, in which languages, and how to say no."""
    sources: tuple[Source, ...] = ()
    """Where the facts of the page come from."""


class LetterTry(Part):
    """One thing to try at home, in a letter."""

    ask: Line
    """The words a parent says, in quotes."""
    text: Line
    """What to do with the answer, in a sentence or two."""


class Letter(Document):
    """The letter a school sends to the families of one band."""

    kind: ClassVar[str] = "letter"
    folder: ClassVar[str] = "curriculum/letters"
    careful: ClassVar[bool] = True

    id: BandId
    """The band the letter is for: tk-2, 3-5, 6-8 or 9-12. The file has the same name."""
    band: BandId
    """The same band once more."""
    title: Title
    """The subject line: what the child does."""
    greeting: Line
    """How the letter begins, such as “Dear families,”."""
    what: Prose
    """What the class does and why, in two sentences."""
    will_do: Prose
    """What the child will do, in short sentences."""
    will_not_do: Prose
    """What the child will not do, such as open an account."""
    tools: Prose
    """Which kind of tool, if any, and the age rule."""
    own_work: Prose
    """How work stays the student's own."""
    privacy: Prose
    """Which facts about the child stay out of tools."""
    ask: Prose
    """How to ask, opt out and get an interpreter."""
    try_: LetterTry
    """One thing to try at home."""
    closing: Line
    """The last sentence before the signature."""


class Door(Part):
    """One of the three doors of the home page, or a heading with a sentence."""

    title: Title
    """A few words in the reader’s voice, such as “I teach”."""
    text: Line
    """What stands behind it, in one sentence."""


class HomeTonight(Part):
    """The card “tonight” on the home page."""

    title: Title
    """The heading of the card, in a few words."""
    ask: Line
    """The words a parent says, in quotes."""
    text: Line
    """What to do with the answer, in two or three short sentences."""


class Home(Document):
    """The home page."""

    kind: ClassVar[str] = "home"
    folder: ClassVar[str] = "curriculum/home"
    only: ClassVar[str] = "home"

    title: Title
    """What the site is about, in one line."""
    lead: Line
    """What a visitor finds here, in two or three sentences."""
    families: Door
    """The door for parents and caregivers."""
    teachers: Door
    """The door for teachers."""
    district: Door
    """The door for district staff."""
    grades: Door
    """The heading above the list of grades."""
    tonight: HomeTonight
    """The card with one thing to try tonight."""
    trust: Annotated[tuple[Section, ...], Field(min_length=1)]
    """What families can rely on, in short sections."""
