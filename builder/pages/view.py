"""What a page function may look at, in one language; every look is recorded.

The one idea: a page's key is what it read. Asking for a whole document records that document;
asking for its card records only the few fields a list shows; asking for ids records the list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from markupsafe import Markup

from builder.matrix import Matrix, arranged
from builder.model.base import Document
from builder.model.curriculum import Curriculum, by_code
from builder.model.grades import Band
from builder.model.lesson import Lesson
from builder.model.progression import Strand
from builder.model.unit import Unit
from builder.settings import Language, Settings
from builder.snapshots import Change
from builder.takeaway import File, formats
from builder.templates import Reader, words_for

Kind = TypeVar("Kind", bound=Document)


@dataclass
class View:
    """The curriculum in the reader's language, with a memory of what was looked at."""

    reader: Reader
    settings: Settings
    curriculum: Curriculum
    translated: Callable[[type[Any], str], Any]
    statuses: Callable[[], Mapping[str, Mapping[str, Mapping[str, int]]]] = dict
    classes: Callable[[], Mapping[str, bool]] = dict
    readable: Callable[[type[Any], str], bool] = lambda kind, id: True
    changed: Callable[[], Comparison] = lambda: Comparison()
    homes: Callable[[], Mapping[tuple[str, str], str]] = dict
    reads: set[str] = field(default_factory=set)

    def words(self, words: str, **values: object) -> Markup:
        """Interface words in the reader's language."""
        return words_for(self.reader, words, **values)

    def document(self, kind: type[Kind], id: str) -> Kind:
        """A whole document; KeyError where there is none."""
        self.reads.add(f"document {kind.kind} {id}")
        done: Kind = self.translated(kind, id)
        return done

    def documents(self, kind: type[Kind]) -> Mapping[str, Kind]:
        """All whole documents of a kind: for small kinds whose page shows everything."""
        return {one: self.document(kind, one) for one in self.ids(kind)}

    def ids(self, kind: type[Document]) -> tuple[str, ...]:
        """The ids of a kind that are in use."""
        self.reads.add(f"ids {kind.kind}")
        return tuple(
            one.id for one in self.curriculum.all(kind).values() if one.status != "retired"
        )

    def card(self, kind: type[Document], id: str) -> Card:
        """What a list shows of a document."""
        self.reads.add(f"card {kind.kind} {id}")
        return Card(self.translated(kind, id))

    def cards(self, kind: type[Document]) -> tuple[Card, ...]:
        """The cards of a kind."""
        return tuple(self.card(kind, one) for one in self.ids(kind))

    def band(self, id: str) -> Band:
        """A grade band."""
        return self.document(Band, id)

    @property
    def bands(self) -> tuple[Band, ...]:
        """The bands from the youngest on."""
        self.reads.add("ids band")
        return tuple(self.document(Band, one.id) for one in self.curriculum.bands)

    @property
    def strands(self) -> tuple[Strand, ...]:
        """The strands in the order of the matrix."""
        found = self.documents(Strand).values()
        return tuple(sorted(found, key=lambda strand: strand.order))

    def matrix(self, strands: Sequence[Strand]) -> Matrix[Card]:
        """These strands in every band, with the cards of the lessons that teach and assess."""
        cards = self.cards(Lesson)
        taught = by_code((card, card.teaches) for card in cards)
        assessed = by_code((card, card.assesses) for card in cards)
        return arranged(self.bands, strands, taught, assessed)

    def translation_status(self) -> list[tuple[Language, list[tuple[str, Mapping[str, int]]]]]:
        """Passages by language, class of content and state."""
        self.reads.add("statuses all")
        told = self.statuses()
        return [
            (one, list(told[one.id].items())) for one in self.settings.languages if one.id in told
        ]

    @property
    def complete(self) -> Mapping[str, bool]:
        """Which classes of content are in the reader's language to the end."""
        self.reads.add("classes all")
        return self.classes()

    def files(self, kind: type[Document], id: str, sheets: bool) -> tuple[File, ...]:
        """The files to take away of a document: in the reader's language, else in English."""
        if not self.settings.downloads:
            return ()
        self.reads.add(f"document {kind.kind} {id}")
        language = self.reader.language if self.readable(kind, id) else "en"
        return tuple(File(kind.kind, id, language, name) for name in formats(kind, sheets))

    @property
    def comparison(self) -> Comparison:
        """What changed since the last edition that was published."""
        self.reads.add("changes all")
        return self.changed()

    def home(self, kind: str, id: str) -> str | None:
        """The path of the page that shows a document, None where none does."""
        self.reads.add(f"ids {kind}")
        return self.homes().get((kind, id))

    def followers(self, lesson: str) -> tuple[Card, ...]:
        """Lessons that build on this one."""
        self.reads.add(f"followers lesson {lesson}")
        return tuple(self.card(Lesson, one.id) for one in self.curriculum.followers(lesson))

    def units_of(self, lesson: str) -> tuple[Card, ...]:
        """The units in which a lesson stands."""
        self.reads.add(f"units lesson {lesson}")
        return tuple(self.card(Unit, one.id) for one in self.curriculum.units_of(lesson))


class Comparison(NamedTuple):
    """What changed, and since which edition; None where none was published before."""

    since: str | None = None
    changes: tuple[Change, ...] = ()


class Card:
    """The few fields of a document that lists show; anything else is not there."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def __getattr__(self, name: str) -> Any:
        if name not in CARD_FIELDS.get(self._document.kind, ()) and name not in _COMMON:
            raise AttributeError(f"a card of {self._document.kind} has no {name}")
        return getattr(self._document, name)

    def facts(self) -> list[Any]:
        """Everything the card shows, for its digest."""
        fields = (*_COMMON, *CARD_FIELDS.get(self._document.kind, ()))
        return [repr(getattr(self._document, name, None)) for name in fields]


_COMMON = ("id", "kind", "name", "status")
CARD_FIELDS: Mapping[str, tuple[str, ...]] = {
    "lesson": (
        "summary",
        "question",
        "band",
        "grades",
        "minutes",
        "subjects",
        "interaction",
        "device_model",
        "ai_use_level",
        "teaches",
        "assesses",
        "prerequisites",
        "handout_ids",
        "added_on",
        "changes",
    ),
    "guide": ("summary", "band"),
    "topic": ("summary",),
    "letter": ("band",),
    "questions": ("summary",),
    "sheet": ("lead", "band"),
    "workshop": ("summary", "bands"),
    "unit": ("summary", "band", "strand", "lesson_ids"),
    "integrity": ("summary", "maximum_level"),
    "tool": ("summary", "category", "bands", "example", "phase", "audience_"),
    "strand": ("code", "order"),
    "term": ("explanation",),
    "competencies": ("summary",),
    "course": ("summary", "order", "roles", "minutes"),
    "chapter": ("summary", "part", "order"),
    "program": ("summary", "setting", "bands", "minutes"),
    "calendar": ("summary",),
    "policy": ("summary", "form", "example"),
    "roadmap": ("summary",),
    "metrics": ("summary",),
    "resources": ("summary",),
}
