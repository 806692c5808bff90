"""What a rule may look at, and what it says.

A rule sees one document in its frame, one translation in its frame, or the whole curriculum. What
it says of a document depends on nothing but the document and the frame, so it can be remembered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from builder.finding import Finding, Severity
from builder.model.base import Document, place
from builder.model.curriculum import Curriculum
from builder.model.entries import Placed
from builder.model.grades import Band
from builder.model.progression import Framework, Outcome, Strand
from builder.model.readers import Reader
from builder.model.register import Term, Tool
from builder.model.text import State, Text, Title
from builder.po import Catalog
from builder.rules.passages import Clues, Pieces, passages_of, written
from builder.settings import Excepted, Language, Settings
from builder.source import Loc
from builder.translations import Catalogs

Kind = TypeVar("Kind", bound=Document)


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found: in which document, at which field, in words, with the remedy.

    Instead of a document it may name the settings, or any other file by its path from the root.
    `quote` are the words in the field that it is about, as written there: the caret stands under
    them. Where `at` is empty they may stand anywhere in the file.
    """

    document: Document | Settings | str
    at: Loc
    message: str
    hint: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What a rule found in a translation: at which passage, in words, with the remedy.

    Without an address it is about the file, comments too.
    """

    address: str
    message: str
    hint: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """The whole curriculum, for rules that compare documents with each other."""

    curriculum: Curriculum
    settings: Settings
    catalogs: Catalogs | None = None
    """The PO files; None where nobody asks about translations."""


REGISTERS: tuple[type[Document], ...] = (Band, Framework, Strand, Term, Tool)
"""The kinds that a rule may look up beside the document it is asked about."""


@dataclass(frozen=True)
class Frame:
    """What stands round every document: the settings and the registers, but no other document."""

    curriculum: Curriculum = field(repr=False)
    settings: Settings = field(repr=False)

    def all(self, kind: type[Kind]) -> Mapping[str, Kind]:
        """The documents of a register by id.

        What was found in a file is remembered as long as the registers stay as they are. So a rule
        that looks at other documents asks for the Context, or gathers notes.
        """
        if kind not in REGISTERS:
            raise LookupError(f"a rule that looks at any other {kind.kind} takes the Context")
        return self.curriculum.all(kind)

    def unread(self, kind: type[Document]) -> frozenset[str]:
        """The names of files of a register that could not be read."""
        return self.curriculum.unread(kind)

    @property
    def bands(self) -> tuple[Band, ...]:
        """The bands from the youngest on."""
        return self.curriculum.bands

    @property
    def placed(self) -> tuple[Placed, ...]:
        """Every outcome in the order of the matrix, with the place where it stands."""
        return self.curriculum.placed

    def band(self, id: str) -> Band | None:
        """The band of this id, where its file can be read."""
        return self.curriculum.all(Band).get(id)

    @property
    def outcomes(self) -> Mapping[str, Outcome]:
        """Every outcome by its code."""
        return self.curriculum.outcomes

    def passages(self, document: Document) -> tuple[Text, ...]:
        """Every passage of the document in the order of the model, each with its address."""
        return passages_of(document).passages

    def clued(self, document: Document, clues: tuple[str, ...]) -> list[Text]:
        """The passages in whose shown words one of the clues stands, to be looked at closely."""
        return passages_of(document).clued(clues)

    def near(self, document: Document, clues: Clues) -> list[Text]:
        """The passages in which one of the clues stands, as written or as shown."""
        kept = passages_of(document)
        return [kept.passages[number] for number in kept.written.near(*clues)]

    def mentions(self, document: Document, clues: tuple[str, ...]) -> bool:
        """Whether one of the clues stands anywhere in its words, as written or as shown."""
        kept = passages_of(document)
        return any(clue in kept.written.whole for clue in kept.likely(clues))

    def vocabulary(self, document: Document) -> str:
        """Each of its words once, as written and as shown: what has no space in it stands here."""
        return passages_of(document).vocabulary

    def holds(self, document: Document, *values: str) -> bool:
        """Whether one of these values may stand in any field of its file."""
        told = self.curriculum.source_of(document).as_json
        return any(value.encode() in told for value in values)

    def read_by(self, document: Document, who: Reader) -> Sequence[Text]:
        """The passages that this reader gets to read."""
        return passages_of(document).by_reader.get(who, ())

    def text(self, document: Document) -> str:
        """The shown words of all passages, a line for each."""
        return passages_of(document).shown.whole


@dataclass(frozen=True)
class Translation:
    """One PO file beside the document that it translates."""

    document: Document | None
    """None for the words of the site itself, each of which is its own address."""
    language: Language
    path: str
    """Where the PO file stands, from the root."""
    catalog: Catalog = field(repr=False)
    passages: tuple[Text, ...] = field(repr=False)
    """The English."""

    @cached_property
    def told(self) -> tuple[tuple[Text, Text], ...]:
        """Each English passage with its translation, where that was made from these very words.

        A stale one is another matter: what differs there may be right.
        """
        return tuple(
            (passage, type(passage)(entry.translation, passage.address, self.language.id))
            for passage in self.passages
            if (entry := self.catalog.get(passage.address)) is not None
            and entry.translation
            and entry.english == passage.words
            and entry.state is not State.STALE
        )

    @cached_property
    def written(self) -> tuple[Text, ...]:
        """Whatever stands as a translation, that of English which has changed or is gone too."""
        forms = {passage.address: type(passage) for passage in self.passages}
        return tuple(
            forms.get(address, Title)(entry.translation, address, self.language.id)
            for address, entry in self.catalog.items()
            if entry.translation
        )

    @cached_property
    def _pieces(self) -> Pieces:
        return written(self.written)

    def near(self, clues: Clues) -> list[Text]:
        """Those of them in which one of the clues stands, as written or as shown."""
        return [self.written[number] for number in self._pieces.near(*clues)]


@dataclass(frozen=True, slots=True)
class Excuse:
    """An exception that a document or the settings make from a rule, with what it covers."""

    document: Document | Settings
    number: int
    exception: Excepted
    severity: Severity | None
    """That of the rule; None where there is no such rule."""
    placed: bool
    """Whether the place that the exception names is there."""
    covers: tuple[Finding, ...]
    """What the rule finds there."""

    @property
    def at(self) -> Loc:
        """Where the exception stands in the document."""
        return ("exceptions", self.number)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a rule's `gather` noted of each document, so that all can be compared unread."""

    notes: tuple[tuple[Document, tuple[Any, ...]], ...]
    """Each note is what JSON can hold."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far a language has come with one class of content that the district wants complete."""

    language: Language
    number: int
    """Its place among the languages of the settings."""
    audience: str
    """The class of content; `interface` for the words of the site itself."""
    documents: int
    """How many documents of the class have words."""
    lacking: tuple[str, ...]
    """The PO files that are not there, or in which passages are not translated."""


def within(document: Document, passage: Text, message: str, hint: str, quote: str = "") -> Problem:
    """A problem of a passage, whose `quote` stands in its words."""
    return Problem(document, place(document, passage.address), message, hint, quote)
