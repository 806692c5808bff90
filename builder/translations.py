"""Documents to PO files and back: what translators work on, and the curriculum in their language.

The one idea: a passage is matched by its address alone. Same address and same English keeps its
translation; same address and new English makes it stale; nothing is ever guessed by likeness.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar, get_args

from builder import files, po, reviews
from builder.catalogs import Catalogs, load, name_of, path_of, present
from builder.interface import FOLDER, interface_path, interface_words
from builder.model.base import Document, texts, with_texts
from builder.model.curriculum import Curriculum
from builder.model.text import State, Text
from builder.notes import Notes
from builder.po import Catalog, Entry, parse, read, seal
from builder.settings import Audience, Language, Settings

__all__ = [
    "FOLDER",
    "Catalog",
    "Catalogs",
    "Entry",
    "interface_path",
    "interface_words",
    "load",
    "name_of",
    "parse",
    "path_of",
    "present",
    "read",
    "seal",
]

Kind = TypeVar("Kind", bound=Document)
Misleads = Callable[[Text, str], bool]
SITE = "words of the site itself"
"""What an interface file says it is made from."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What a translator gets: address, words, and a note on where they stand."""

    address: str
    english: str
    note: str = ""


def translate(
    document: Kind, catalog: Catalog, language: str, misleads: Misleads = lambda *_: False
) -> Kind:
    """The document in the language, each passage with its state and its English.

    A stale passage stays in English where its words must be right, or where they mislead.
    """

    def change(passage: Text) -> Text:
        entry = catalog.get(passage.address)
        if entry is None or not entry.translation:
            return replace(passage, state=State.MISSING)
        stale = entry.state is State.STALE or entry.english != passage.words
        if stale and (passage.careful or misleads(passage, entry.translation)):
            return replace(passage, state=State.STALE)
        state = State.STALE if stale else entry.state
        # `replace` would look the fields up again for each of a hundred thousand passages.
        told = entry.translation, passage.address, language, state, passage.careful, passage.words
        return type(passage)(*told)

    done: Kind = with_texts(document, change, careful=document.careful)
    return done


def passages(document: Document, language: Language, notes: Notes | None = None) -> list[Passage]:
    """What of this document goes to the translators of the language, in the order of the model."""
    told = notes or Notes()
    return [
        Passage(one.address, one.words, told.on(document, one, language.id))
        for one in wanted(texts(document), document, language)
    ]


def wanted(found: Iterable[Text], document: Document, language: Language) -> Iterator[Text]:
    """The passages that the policy of the language asks for: the whole, or what all get."""
    for one in found:
        whole = document.audience_at(one.address) in language.complete
        if whole or one.address.partition("/")[0] in document.everywhere:
            yield one


def refresh(wished: Iterable[Passage], old: bytes | None, language: str, source: str) -> bytes:
    """The PO file brought up to date with the English.

    Same address and words: kept. Same address, new words: stale, with the previous English; back to
    those, kept again. Otherwise new. An address that is gone is dropped; git keeps it.
    """
    before = parse(old or b"")
    wished = tuple(wished)
    entries = {one.address: _merged(one.english, before.get(one.address)) for one in wished}
    return po.write(entries, {one.address: one.note for one in wished}, language, source)


def _merged(english: str, old: Entry | None) -> Entry:
    if old is None:
        return Entry(english)
    if not old.translation:
        return Entry(english, comments=old.comments)
    if old.english == english:
        return old
    if "fuzzy" in old.flags and old.previous == english:
        return replace(old, english=english, previous="", flags=old.flags - {"fuzzy"})
    # What a person marked without naming an earlier English stays marked, whatever comes back.
    previous = old.previous if "fuzzy" in old.flags else old.english
    return replace(old, english=english, previous=previous, flags=old.flags | {"fuzzy"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A PO file that the language is to have, with what it asks of the translators."""

    path: str
    source: str
    """What it is made from: a document, by its path, or the words of the site."""
    passages: list[Passage]
    document: Document | None = None
    """None for the words of the site itself."""

    def refreshed(self, root: Path, language: str) -> tuple[bytes | None, bytes]:
        """The file as it stands, and brought up to date; ValueError where it cannot be read."""
        file = root / self.path
        old = files.bounded(file) if file.is_file() else None
        try:
            return old, refresh(self.passages, old, language, self.source)
        except po.UnreadableError as error:
            raise ValueError(f"{self.path}:{error.line}: {error}") from None

    def written(self, entries: Mapping[str, Entry], language: str) -> bytes:
        """The file with these entries by address."""
        notes = {one.address: one.note for one in self.passages}
        return po.write(entries, notes, language, self.source)


def asked(
    curriculum: Curriculum, settings: Settings, language: str, only: Container[str] | None = None
) -> Iterator[Asked]:
    """Every PO file that the language is to have: the documents by path, then the site's words.

    With `only`, those at these paths.
    """
    notes, policy = Notes.of(curriculum, settings), settings.language(language)
    for entry in curriculum.entries:
        path = path_of(entry.document, language)
        if only is None or path in only:
            found = passages(entry.document, policy, notes)
            if found:
                yield Asked(path, entry.path, found, entry.document)
    path = interface_path(language)
    if only is None or path in only:
        words = interface_words(settings)
        found = [Passage(one, one, notes.on_word(one, language)) for one in words]
        yield Asked(path, SITE, found)


def refresh_all(
    root: Path, curriculum: Curriculum, settings: Settings, languages: Iterable[str]
) -> list[str]:
    """Bring every PO file of the languages up to date; the paths that changed.

    Raises ValueError naming the file where a PO file cannot be read: nothing of it is overwritten.
    """
    changed = []
    for language in languages:
        for one in asked(curriculum, settings, language):
            old, new = one.refreshed(root, language)
            if new != old:
                files.write(root / one.path, new)
                changed.append(one.path)
    return changed


def reviewed_on(catalog: Catalog) -> date | None:
    """The day of the last review of a passage that still holds; None where there is none."""
    days = (
        reviews.reviewed_on(one.comments, one.english, one.translation) for one in catalog.values()
    )
    return max((day for day in days if day), default=None)


Counts = dict[str, int]


def status(
    catalogs: Catalogs, curriculum: Curriculum, settings: Settings, language: str
) -> dict[str, Counts]:
    """How many passages are total, missing, stale, draft and reviewed, by class of content."""
    policy = settings.language(language)
    documents = [entry.document for entry in curriculum.entries]
    counted = (
        counts(translate(one, catalogs[path_of(one, language)], language), policy)
        for one in documents
    )
    return added(counted, interface_counts(catalogs[interface_path(language)], settings))


def counts(document: Document, language: Language) -> dict[str, Counts]:
    """The passages of a translated document that the policy asks for, by class and state."""
    found: dict[str, Counts] = {}
    for passage in wanted(texts(document, careful=document.careful), document, language):
        of_class = found.setdefault(document.audience_at(passage.address), zero())
        of_class["total"] += 1
        of_class[passage.state.value] += 1
    return found


def interface_counts(catalog: Catalog, settings: Settings) -> Counts:
    """The words of templates and labels, by state."""
    found = zero()
    for words in interface_words(settings):
        found["total"] += 1
        found[catalog[words].state.value if words in catalog else "missing"] += 1
    return found


def added(counted: Iterable[dict[str, Counts]], interface: Counts) -> dict[str, Counts]:
    """The counts of documents added up by class of content, and those of the interface."""
    told: dict[str, Counts] = {}
    for document in counted:
        for audience, one in document.items():
            whole = told.setdefault(audience, zero())
            for state, number in one.items():
                whole[state] += number
    known = {one: told[one] for one in get_args(Audience) if one in told}
    return {**known, "interface": interface}


def percent(counts: Counts) -> int:
    """How many of a hundred passages are in the language and not stale, rounded down."""
    done = counts["draft"] + counts["reviewed"]
    return 100 * done // max(1, counts["total"])


def zero() -> Counts:
    """No passage in any state."""
    return dict.fromkeys(("total", "missing", "stale", "draft", "reviewed"), 0)
