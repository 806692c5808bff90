"""What a rule may look at, and what it says.

A rule sees one document in its frame, one translation in its frame, or the whole curriculum. What
it says of a document depends on nothing but the document and the frame, so it can be remembered.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TypeVar

from builder.finding import Finding, Severity
from builder.model.base import Document, place, texts
from builder.model.curriculum import Curriculum
from builder.model.grades import Band
from builder.model.lesson import Lesson
from builder.model.progression import Outcome
from builder.model.readers import Reader, reader
from builder.model.text import State, Text
from builder.po import Catalog
from builder.settings import Excepted, Language, Settings
from builder.source import Loc
from builder.translations import Catalogs

Kind = TypeVar("Kind", bound=Document)


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found: in which document, at which field, in words, with the remedy.

    Instead of a document it may name the settings, or any other file by its path from the root.
    `quote` are the words in the field that it is about, as written there: the caret stands under
    them.
    """

    document: Document | Settings | str
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
    catalogs: Catalogs | None = None
    """The PO files; None where nobody asks about translations."""


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
        return _kept(document).passages

    def clued(self, document: Document, clues: tuple[str, ...]) -> list[Text]:
        """The passages in whose shown words one of the clues stands, to be looked at closely."""
        return _kept(document).clued(clues)

    def mentions(self, document: Document, clues: tuple[str, ...]) -> bool:
        """Whether one of the clues stands anywhere in its words, as written or as shown."""
        kept = _kept(document)
        return any(clue in kept.written for clue in kept.likely(clues))

    def vocabulary(self, document: Document) -> str:
        """Each of its words once, as written and as shown: what has no space in it stands here."""
        return _kept(document).vocabulary

    def holds(self, document: Document, *values: str) -> bool:
        """Whether one of these values may stand in any field of its file."""
        told = self.curriculum.source_of(document).as_json
        return any(value.encode() in told for value in values)

    def read_by(self, document: Document, who: Reader) -> Sequence[Text]:
        """The passages that this reader gets to read."""
        return _kept(document).by_reader.get(who, ())

    def text(self, document: Document) -> str:
        """The shown words of all passages, a line for each."""
        return _kept(document).whole[0]


class _Kept:
    """The passages of one document, and their words in one piece."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.passages = tuple(texts(document, careful=document.careful))

    @cached_property
    def by_reader(self) -> Mapping[Reader, Sequence[Text]]:
        """The passages of each reader, in order."""
        found: dict[Reader, list[Text]] = {}
        for passage in self.passages:
            found.setdefault(reader(self.document, passage), []).append(passage)
        return found

    @cached_property
    def whole(self) -> tuple[str, list[int]]:
        """The shown words of all passages, and where each begins."""
        shown = [one.shown for one in self.passages]
        starts = list(accumulate((len(one) + 1 for one in shown), initial=0))
        return "\n".join(shown), starts

    @cached_property
    def written(self) -> str:
        """The words of all passages as they are written, then as they are shown."""
        return "\n".join([*(one.words for one in self.passages), self.whole[0]])

    @cached_property
    def vocabulary(self) -> str:
        """Each word once: a third of the letters, for what many rules look for in vain."""
        return "\n".join(dict.fromkeys(self.written.split()))

    def likely(self, clues: tuple[str, ...]) -> Iterator[str]:
        """The clues of which the longest word stands there; most do not."""
        vocabulary = self.vocabulary
        return (clue for word, clue in _by_word(clues) if word in vocabulary)

    def clued(self, clues: tuple[str, ...]) -> list[Text]:
        """The passages in which one of the clues stands."""
        whole, starts = self.whole
        found = set()
        for clue in self.likely(clues):
            at = whole.find(clue)
            while at >= 0:
                number = bisect_right(starts, at) - 1
                found.add(number)
                at = whole.find(clue, starts[number + 1])
        return [self.passages[number] for number in sorted(found)]


@lru_cache(maxsize=256)
def _by_word(clues: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each clue behind the longest word in it."""
    return tuple((max(clue.split(), key=len, default=""), clue) for clue in clues)


# Rules are asked about one document after the other, and many want its passages.
_LAST: list[_Kept] = []


def _kept(document: Document) -> _Kept:
    if not _LAST or _LAST[0].document is not document:
        _LAST[:] = [_Kept(document)]
    return _LAST[0]


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

    notes: tuple[tuple[Document, tuple[str, ...]], ...]


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
