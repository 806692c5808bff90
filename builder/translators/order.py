"""What to translate first, by what it means to readers.

The one idea: the order is a key of four numbers for each passage that is missing or stale.

1. Passages on safety, privacy, integrity and policy that are stale: readers get English meanwhile.
2. The words of the site itself: they stand on every page.
3. Content for families, by who meets it: home, guides, topics, questions, letters, sheets,
   integrity, workshops, glossary, search, bands, strands, graduate profile, principles.
4. Titles, summaries and family parts of lessons.
5. The rest of lessons, where the language is to have them whole.
6. Content for staff: workshops, the tool register, the pages of the checks.

Within a kind what is missing comes before what is stale and shown with a mark, then files go by
their paths, and passages as they stand on the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from builder import notes, report, translations
from builder.catalogs import Catalogs
from builder.model.base import Document, texts
from builder.model.curriculum import Curriculum
from builder.model.district import Metrics, Policy, Resources, Roadmap
from builder.model.educators import Chapter, Competencies, Course
from builder.model.family import Guide, Home, Letter, Topic
from builder.model.grades import Band
from builder.model.household import KitchenSheet, Questions
from builder.model.integrity import Integrity
from builder.model.program import Calendar, Program
from builder.model.progression import GraduateProfile, Strand
from builder.model.register import Principles, Term, Tool
from builder.model.search import Synonyms
from builder.model.text import State, Text, Title
from builder.model.workshop import Workshop
from builder.po import Catalog
from builder.settings import Language, Settings

KINDS: tuple[type[Document], ...] = (
    *(Home, Guide, Topic, Questions, Letter, KitchenSheet, Integrity, Workshop, Term),
    *(Synonyms, Band, Strand, GraduateProfile, Principles, Tool),
    *(Course, Competencies, Chapter, Program, Calendar, Policy, Roadmap, Metrics, Resources),
)
"""The kinds of document, those first whose pages most families meet."""
SHOWN = 60
"""So many letters of the English are printed."""


@dataclass(frozen=True, slots=True)
class Task:
    """A passage to translate: where it stands, its English, why it comes when it comes."""

    path: str
    address: str
    english: str
    state: State
    why: str

    def as_json(self) -> dict[str, str]:
        """The task in the form that `translate next --format json` promises."""
        return {
            "path": self.path,
            "address": self.address,
            "english": self.english,
            "state": self.state.value,
            "why": self.why,
        }


def ranked(
    curriculum: Curriculum, settings: Settings, catalogs: Catalogs, language: str
) -> list[Task]:
    """Every passage that the language is to have and that is missing or stale, in this order."""
    policy = settings.language(language)
    tasks = [*_of_site(settings, catalogs, language)]
    for entry in curriculum.entries:
        if entry.document.status != "retired":
            path = translations.path_of(entry.document, language)
            tasks += _of_document(entry.document, catalogs[path], path, policy)
    tasks.sort(key=lambda one: one[0])
    return [task for _, task in tasks]


def lines(tasks: Sequence[Task], most: int) -> Iterator[str]:
    """The first tasks for a person to read, and how many there are."""
    for path, group in groupby(tasks[:most], key=lambda one: one.path):
        yield path
        for task in group:
            own = task.address == task.english
            yield f"  {_short(task)}" if own else f"  {task.address}: {_short(task)}"
            yield f"      {task.why}"
        yield ""
    left = len(tasks) - most
    yield f"{len(tasks)} to translate{f'; {left} more than are shown' if left > 0 else ''}."


Key = tuple[int, int, int, str]
Ranked = tuple[Key, Task]


def _of_site(settings: Settings, catalogs: Catalogs, language: str) -> Iterator[Ranked]:
    path = translations.interface_path(language)
    for word in translations.interface_words(settings):
        entry = catalogs[path].get(word)
        state = entry.state if entry else State.MISSING
        if state in (State.MISSING, State.STALE):
            why = _why(Title(word, word, state=state), "on every page of the site")
            yield (2, 0, _urgency(state), path), Task(path, word, word, state, why)


def _of_document(
    document: Document, catalog: Catalog, path: str, language: Language
) -> Iterator[Ranked]:
    translated = translations.translate(document, catalog, language.id)
    found = texts(translated, careful=document.careful)
    for passage in translations.wanted(found, document, language):
        state = passage.state
        if state in (State.MISSING, State.STALE):
            english = passage.english or passage.words
            why = _why(passage, notes.kind(document))
            key = (_class(document, passage), _kind(document), _urgency(state), path)
            yield key, Task(path, passage.address, english, state, why)


def _class(document: Document, passage: Text) -> int:
    if passage.careful and passage.state is State.STALE:
        return 1
    audience = document.audience_at(passage.address)
    if audience == "family":
        return 3
    if audience == "lesson":
        return 4 if passage.address.partition("/")[0] in document.everywhere else 5
    return 6


def _kind(document: Document) -> int:
    return KINDS.index(type(document)) if type(document) in KINDS else len(KINDS)


def _urgency(state: State) -> int:
    return 0 if state is State.MISSING else 1


def _why(passage: Text, where: str) -> str:
    if passage.state is State.MISSING:
        return f"{where}: not translated yet"
    if passage.careful:
        return f"{where}: the English has changed; readers get the English meanwhile"
    return f"{where}: the English has changed; readers get the old translation with a mark"


def _short(task: Task) -> str:
    words = report.safe(" ".join(task.english.split()))
    return f"“{words}”" if len(words) <= SHOWN else f"“{words[: SHOWN - 1].rstrip()}…”"
