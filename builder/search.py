"""What the search of a language looks through: every record once, in as few bytes as may be.

The one idea: what many records share stands once. A record names its kind and the school words it
uses by their numbers, its bands and its strands by the bits of one.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from builder import labels
from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.model.family import Topic
from builder.model.grades import BANDS, code_band, code_strand
from builder.model.household import Questions
from builder.model.integrity import Integrity
from builder.model.kinds import KINDS
from builder.model.lesson import Lesson
from builder.model.progression import Strand
from builder.model.register import Term
from builder.model.room import width
from builder.model.search import Synonyms

# What a type of page is found as, by its name; any other goes by its part of the site.
_FOUND_AS: Mapping[str, str] = {
    **dict.fromkeys(("lesson", "lessons"), "lesson"),
    **dict.fromkeys(("unit", "units"), "unit"),
    **dict.fromkeys(("integrity", "integrity-overview"), "integrity"),
    **dict.fromkeys(("progression", "strand", "framework", "graduate-profile"), "outcome"),
    **dict.fromkeys(("tool", "tools"), "tool"),
    **dict.fromkeys(("course", "courses", "chapter", "handbook"), "course"),
    **dict.fromkeys(("program", "programs"), "program"),
    "questions": "question",
    "workshop": "workshop",
    "glossary": "term",
}
_KINDS = {kind.kind: kind for kind in KINDS}
_USES = 7
"""Where a row names the rows of the terms and outcomes that its page uses."""
_BOTH = 0b11
"""Title and summary are in English: that is enough of a page in the index of another language."""
_MOST = 180
"""A summary is looked through and shown as far as it has room in so many Latin letters."""
_SENTENCE = re.compile(r"[.!?…](?=\s)|[。！？؟։]|[។៕](?=[\s\u200b]|$)")
_GAP = re.compile("[\\s\u200b]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A record of a page: where it leads, what it is found as, and what it speaks of."""

    place: str
    found_as: str
    of: str
    """A document or a part of one, as `term/bias`; nothing for a list."""
    record: Mapping[str, Any]


def found_as(page: str, section: str) -> str:
    """What a type of page in this part of the site is found as, one of `labels.FOUND`."""
    return _FOUND_AS.get(page, _FOUND_AS.get(section, section))


def listed(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record as the index has it, its summary cut to what a list shows."""
    return {**record, "summary": _short(record["summary"])}


def index(
    entries: Sequence[Entry], language: str, scopes: Scopes, synonyms: Iterable[Synonyms]
) -> bytes:
    """The index as JSON: tables, rows that name them by number, groups of words with their rows.

    A row is address, title, summary, kind, bands, strands, other words, the rows of the terms and
    outcomes it uses, and which of title and summary are in English; what is empty at its end is
    left out, and so are the other words of a page that is in English alone.
    """
    kinds = list(labels.FOUND)
    numbers = {entry.of: number for number, entry in enumerate(entries) if entry.of}
    of_each = [scopes[entry.of] for entry in entries]
    rows = []
    for entry, scope in zip(entries, of_each, strict=True):
        told = entry.record
        row = [entry.place, told["title"], told["summary"], kinds.index(entry.found_as)]
        row += [scope.bands, scope.strands]
        english = _bits(one not in ("", language) for one in told["languages"])
        row += ["" if english == _BOTH else told.get("words", "")]
        row += [[numbers[one] for one in told.get("uses", ()) if one in numbers], english]
        rows.append(_trimmed(row))
    places = _places(entries, of_each)
    groups = [
        [",".join(group.words.each), [one for target in group.finds for one in places[target]]]
        for document in synonyms
        for group in document.groups
    ]
    tables = {"kinds": kinds, "bands": BANDS, "strands": scopes.strands}
    return _written({**tables, "rows": rows, "groups": groups})


def without(data: bytes, paths: Container[str]) -> bytes:
    """The index without the records of these pages; rows that name others by number still do."""
    found = json.loads(data)
    left = [n for n, row in enumerate(found["rows"]) if row[0].partition("#")[0] not in paths]
    numbers = {old: new for new, old in enumerate(left)}

    def renumbered(named: Sequence[int]) -> list[int]:
        return [numbers[one] for one in named if one in numbers]

    rows = [found["rows"][old] for old in left]
    found["rows"] = [
        _trimmed([*row[:_USES], renumbered(row[_USES]), *row[_USES + 1 :]])
        if len(row) > _USES
        else row
        for row in rows
    ]
    found["groups"] = [[words, renumbered(named)] for words, named in found["groups"]]
    return _written(found)


def _written(found: Mapping[str, Any]) -> bytes:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


def _bits(each: Iterable[bool]) -> int:
    return sum(1 << number for number, one in enumerate(each) if one)


def _trimmed(row: list[Any]) -> list[Any]:
    """The row without what is empty at its end."""
    while not row[-1]:
        row.pop()
    return row


def _places(entries: Sequence[Entry], scopes: Sequence[Scope]) -> Mapping[str, list[int]]:
    """The row of each thing that records speak of, and all those of a kind, the youngest first."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number in sorted(range(len(entries)), key=lambda one: scopes[one].youngest):
        if of := entries[number].of:
            found[of].append(number)
            if "#" not in of:
                found[of.partition("/")[0]].append(number)
    return found


def _short(words: str) -> str:
    """As many whole sentences as have room; where not even one has, as many words."""
    most = min(_MOST, _MOST * len(words) // max(width(words), 1))
    if len(words) <= most:
        return words
    ends = [one.end() for one in _SENTENCE.finditer(words, 0, most)]
    if ends and ends[-1] > most // 3:
        return words[: ends[-1]]
    gaps = [one.start() for one in _GAP.finditer(words, 0, most)]
    return words[: gaps[-1] if gaps and gaps[-1] > most // 2 else most] + "…"


class Scope(NamedTuple):
    """The bands and the strands of a thing as the bits of a number, and its youngest band."""

    bands: int
    strands: int
    youngest: int


class Scopes(dict[str, Scope]):
    """The scope of each thing that records speak of, found once for all languages."""

    def __init__(self, curriculum: Curriculum) -> None:
        self.curriculum = curriculum
        self.strands = [one.id for one in curriculum.strands]
        self._letters = {one.code: one.id for one in curriculum.strands}

    def __missing__(self, of: str) -> Scope:
        bands, strands = self._found(of)
        self[of] = Scope(
            _bits(one in bands for one in BANDS),
            _bits(one in strands for one in self.strands),
            min(map(BANDS.index, bands), default=0),
        )
        return self[of]

    def _found(self, of: str) -> tuple[set[str], set[str]]:
        kind, _, id = of.partition("/")
        if kind == "outcome":
            return {code_band(id)}, {self._letters.get(code_strand(id), "")}
        all = self.curriculum.all(_KINDS[kind]) if kind in _KINDS else {}
        found = all.get(id.partition("#")[0])
        if found is None:
            return set(), set()
        codes = found.teaches if isinstance(found, Lesson) else ()
        own = found.id if isinstance(found, Strand) else getattr(found, "strand", None) or ""
        strands = {self._letters.get(code_strand(code), "") for code in codes}
        return set(_bands(found)), strands | {own}


def _bands(document: Document) -> Iterable[str]:
    """The bands that a document is for; a school word is for all from its own on."""
    if isinstance(document, Questions | Strand | Topic):
        return BANDS
    if isinstance(document, Term):
        return BANDS[BANDS.index(document.band) :]
    if isinstance(document, Integrity):
        return (document.id,)
    own: str = getattr(document, "band", "")
    several = getattr(document, "bands", ())
    return (own,) if own else several if isinstance(several, tuple) else ()
