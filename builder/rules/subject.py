"""What a rule may look at, and what it says.

A rule sees one document in its frame, one translation in its frame, or the whole curriculum. What
it says of a document depends on nothing but the document and the frame, so it can be remembered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from builder.finding import Finding, Severity
from builder.model.base import Document, Excepted, place, texts
from builder.model.curriculum import Curriculum
from builder.model.grades import Band
from builder.model.lesson import Lesson
from builder.model.progression import Outcome
from builder.model.text import Text
from builder.po import Catalog, Entry
from builder.settings import Language, Settings
from builder.source import Loc

Kind = TypeVar("Kind", bound=Document)


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found: in which document, at which field, in words, with the remedy.

    `quote` are the words in the field that it is about, as written there: the caret stands under
    them.
    """

    document: Document
    at: Loc
    message: str
    hint: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What a rule found in a translation: at which passage, in words, with the remedy."""

    address: str
    message: str
    hint: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """The whole curriculum, for rules that compare documents with each other."""

    curriculum: Curriculum
    settings: Settings


@dataclass(frozen=True)
class Frame:
    """What stands round every document: settings, progression, registers; but no other lesson."""

    curriculum: Curriculum = field(repr=False)
    settings: Settings = field(repr=False)

    def all(self, kind: type[Kind]) -> Mapping[str, Kind]:
        """The documents of a kind by id; a rule that compares lessons asks for the Context."""
        if kind is Lesson:
            raise LookupError("a rule that looks at other lessons takes the Context")
        return self.curriculum.all(kind)

    def band(self, id: str) -> Band | None:
        """The band of this id, where its file can be read."""
        return self.curriculum.all(Band).get(id)

    @property
    def outcomes(self) -> Mapping[str, Outcome]:
        """Every outcome by its code."""
        return self.curriculum.outcomes

    def passages(self, document: Document) -> tuple[Text, ...]:
        """Every passage of the document in the order of the model, each with its address."""
        kept = _PASSAGES.get("last")
        if kept is None or kept[0] is not document:
            kept = document, tuple(texts(document))
            _PASSAGES["last"] = kept
        return kept[1]


# Rules are asked about one document after the other, and many want its passages.
_PASSAGES: dict[str, tuple[Document, tuple[Text, ...]]] = {}


@dataclass(frozen=True, slots=True)
class Translation:
    """One PO file beside the document that it translates."""

    document: Document
    language: Language
    catalog: Catalog = field(repr=False)
    passages: tuple[Text, ...] = field(repr=False)
    """The English."""

    def told(self) -> Iterator[tuple[Text, Entry]]:
        """Every English passage that has a translation, with its entry."""
        for passage in self.passages:
            entry = self.catalog.get(passage.address)
            if entry is not None and entry.translation:
                yield passage, entry


@dataclass(frozen=True, slots=True)
class Excuse:
    """An exception that a document makes from a rule, with what it covers."""

    document: Document
    number: int
    exception: Excepted
    severity: Severity | None
    """That of the rule; None where there is no such rule."""
    placed: bool
    """Whether the document has the place that the exception names."""
    covers: tuple[Finding, ...]
    """What the rule finds there."""

    @property
    def at(self) -> Loc:
        """Where the exception stands in the document."""
        return ("exceptions", self.number)


def within(document: Document, passage: Text, message: str, hint: str, quote: str = "") -> Problem:
    """A problem of a passage, whose `quote` stands in its words."""
    return Problem(document, place(document, passage.address), message, hint, quote)
