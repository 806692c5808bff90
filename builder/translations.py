"""Documents to PO files and back: what translators work on, and the curriculum in their language.

The one idea: a passage is matched by its address alone. Same address and same English keeps its
translation; same address and new English makes it stale; nothing is ever guessed by likeness.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from babel.messages.catalog import Catalog as PoCatalog
from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.pofile import PoFileError, read_po, write_po

from builder import files
from builder.finding import Finding
from builder.model.base import Document, texts, with_texts
from builder.model.curriculum import Curriculum
from builder.model.text import State, Text
from builder.settings import Language, Settings

FOLDER = "curriculum/translations"
_REVIEWED = re.compile(
    r"^Reviewed by (?P<by>.+), (?P<on>\d{4}-\d\d-\d\d) \((?P<seal>[0-9a-f]{12})\)$"
)

Kind = TypeVar("Kind", bound=Document)


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage in a PO file: the English it was made from, the translation, its state."""

    english: str
    translation: str
    state: State


Catalog = Mapping[str, Entry]


@dataclass(frozen=True, slots=True)
class Passage:
    """What a translator gets: address, words, and a note on where they stand."""

    address: str
    english: str
    note: str = ""


def path_of(document: Document, language: str) -> str:
    """Where the PO file of this document stands, from the root."""
    return f"{FOLDER}/{language}/{type(document).folder.rpartition('/')[2]}/{document.id}.po"


def read(file: Path) -> Catalog:
    """The entries of a PO file by address; empty where the file does not exist.

    Raises ValueError with line and sentence where the file is not PO.
    """
    return parse(file.read_bytes()) if file.is_file() else {}


def parse(data: bytes) -> Catalog:
    """The same as `read`, from bytes."""
    return {
        message.context or str(message.id): Entry(str(message.id), _words(message), _state(message))
        for message in _messages(data)
    }


def _messages(data: bytes) -> list[Message]:
    try:
        catalog = read_po(io.BytesIO(data), charset="utf-8", abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from None
    return [message for message in catalog if message.id]


def _words(message: Message) -> str:
    return message.string if isinstance(message.string, str) else ""


def _state(message: Message) -> State:
    if not _words(message):
        return State.MISSING
    if message.fuzzy:
        return State.STALE
    for comment in message.user_comments:
        mark = _REVIEWED.match(comment)
        if mark and mark["seal"] == seal(str(message.id), _words(message)):
            return State.REVIEWED
    return State.DRAFT


def seal(english: str, translation: str) -> str:
    """Twelve hex digits that change with either side, so that a review lapses with the words."""
    return hashlib.sha256(f"{english}\0{translation}".encode()).hexdigest()[:12]


def translate(document: Kind, catalog: Catalog, language: str) -> Kind:
    """The document in the language, each passage with its state and its English."""

    def change(passage: Text) -> Text:
        entry = catalog.get(passage.address)
        if entry is None or not entry.translation:
            return replace(passage, state=State.MISSING)
        stale = entry.state is State.STALE or entry.english != passage.words
        if stale and passage.careful:
            return replace(passage, state=State.STALE)
        state = State.STALE if stale else entry.state
        words = entry.translation
        return replace(passage, words=words, language=language, state=state, english=passage.words)

    done: Kind = with_texts(document, change, careful=document.careful)
    return done


def passages(document: Document, language: Language) -> list[Passage]:
    """What of this document goes to the translators of the language, in the order of the model."""
    return [
        Passage(one.address, one.words, _note(one))
        for one in wanted(texts(document), document, language)
    ]


def wanted(found: Iterable[Text], document: Document, language: Language) -> Iterator[Text]:
    """The passages that the policy of the language asks for: the whole, or what all get."""
    whole = document.audience in language.complete
    for one in found:
        if whole or one.address.partition("/")[0] in document.everywhere:
            yield one


def _note(passage: Text) -> str:
    return {
        "title": "Plain words, no Markdown.",
        "line": "One line; keep Markdown and links as they are.",
        "prose": "Keep Markdown, links and paragraphs as they are.",
    }[passage.form]


def refresh(asked: Iterable[Passage], old: bytes | None, language: str, source: str) -> bytes:
    """The PO file brought up to date with the English.

    Same address and words: kept. Same address, new words: stale, with the previous English.
    Otherwise new. An address that is gone is dropped; git keeps it.
    """
    before = {message.context or str(message.id): message for message in _messages(old or b"")}
    catalog = PoCatalog(charset="utf-8")
    for passage in asked:
        merged = _merged(passage, before.get(passage.address))
        catalog._messages[(merged.context, merged.id)] = merged  # type: ignore[index]
    stream = io.BytesIO()
    write_po(stream, catalog, width=0, omit_header=True, include_previous=True)
    return _header(language, source) + stream.getvalue()


def _merged(passage: Passage, old: Message | None) -> Message:
    context = None if passage.address == passage.english else passage.address
    notes = [passage.note] if passage.note else []
    new = Message(passage.english, "", context=context, auto_comments=notes)
    if old is None or not _words(old):
        return new
    new.string, new.user_comments = old.string, list(old.user_comments)
    if old.id == passage.english:
        new.flags, new.previous_id = set(old.flags), old.previous_id
        return new
    new.flags = {"fuzzy"}
    new.previous_id = list(old.previous_id) if old.fuzzy and old.previous_id else [str(old.id)]
    return new


def _header(language: str, source: str) -> bytes:
    lines = (
        f"# {source}",
        "# Machine drafts stay drafts until a person has reviewed them.",
        'msgid ""',
        'msgstr ""',
        '"Project-Id-Version: AI-literacy curriculum\\n"',
        f'"Language: {language.replace("-", "_")}\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=UTF-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
    )
    return ("\n".join(lines) + "\n\n").encode()


def broken(path: str, error: ValueError) -> Finding:
    """A PO file that cannot be read, as a finding."""
    line = re.search(r"line (\d+)|on (\d+)", str(error))
    at = int(next(filter(None, line.groups()))) if line else 1
    hint = "Open it in Poedit and save it again, or restore it from git."
    return Finding(path, at, 1, "unreadable-po", f"this is not a PO file: {error}", hint)


def refresh_all(
    root: Path, curriculum: Curriculum, settings: Settings, languages: Iterable[str]
) -> list[str]:
    """Bring every PO file of the languages up to date; the paths that changed.

    Raises ValueError naming the file where a PO file cannot be read: nothing of it is overwritten.
    """
    changed = []
    for language in languages:
        for entry in curriculum.loaded:
            asked = passages(entry.document, settings.language(language))
            path = path_of(entry.document, language)
            if asked and _refresh_file(root, path, asked, language, entry.path):
                changed.append(path)
        asked = [Passage(words, words) for words in interface_words(settings)]
        path = interface_path(language)
        if _refresh_file(root, path, asked, language, "words of the site itself"):
            changed.append(path)
    return changed


def _refresh_file(root: Path, path: str, asked: list[Passage], language: str, source: str) -> bool:
    file = root / path
    old = file.read_bytes() if file.is_file() else None
    try:
        new = refresh(asked, old, language, source)
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None
    if new != old:
        files.write(file, new)
    return new != old


def interface_path(language: str) -> str:
    """Where the words of templates and labels stand in this language."""
    return f"{FOLDER}/{language}/interface.po"


def interface_words(settings: Settings) -> list[str]:
    """Every word marked for translation in templates and code, and the site's name, sorted."""
    return sorted({settings.site_name, *_marked()})


@cache
def _marked() -> frozenset[str]:
    here = Path(__file__).parent
    found = {
        message
        for pattern, method in (("**/*.py", "python"), ("**/*.jinja", "jinja2"))
        for file in sorted(here.glob(pattern))
        for message in _extracted(file, method)
    }
    overrides = here.parent / "overrides"
    found |= {words for file in overrides.rglob("*.html") for words in _extracted(file, "jinja2")}
    return frozenset(found)


def _extracted(file: Path, method: str) -> Iterator[str]:
    keywords: Any = {"_": None, "N_": None, "words": None, "say": (2,)}
    with file.open("rb") as stream:
        for _, message, _, _ in extract(method, stream, keywords=keywords):
            if isinstance(message, str):
                yield message


Counts = dict[str, int]


def status(
    root: Path, curriculum: Curriculum, settings: Settings, language: str
) -> dict[str, Counts]:
    """How many passages are total, missing, stale, draft and reviewed, by class of content."""
    told: dict[str, Counts] = {}
    policy = settings.language(language)
    for entry in curriculum.loaded:
        document = entry.document
        done = translate(document, read(root / path_of(document, language)), language)
        for passage in wanted(texts(done, careful=document.careful), document, policy):
            counts = told.setdefault(document.audience, _zero())
            counts["total"] += 1
            counts[passage.state.value] += 1
    told["interface"] = _zero()
    catalog = read(root / interface_path(language))
    for words in interface_words(settings):
        told["interface"]["total"] += 1
        entry_ = catalog.get(words)
        told["interface"][entry_.state.value if entry_ else "missing"] += 1
    return told


def _zero() -> Counts:
    return dict.fromkeys(("total", "missing", "stale", "draft", "reviewed"), 0)
