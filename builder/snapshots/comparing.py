"""What changed for readers between two states of the curriculum, told by documents, not by lines.

The one idea: a change says whom it touches. Families get those that reach their child or their own
pages; teachers what they teach with; the district all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from builder.model.search import Synonyms
from builder.snapshots.record import Record, Statement, Value
from builder.snapshots.snapshot import Snapshot

Audience = Literal["families", "teachers", "district"]
Kind = Literal[
    "added",
    "retired",
    "moved",
    "reworded",
    "time",
    "level",
    "tools",
    "interaction",
    "devices",
    "outcomes",
    "lessons",
    "phase",
    "age",
    "bands",
    "translated",
    "withdrawn",
]

# The documents that are written for families, and those that teachers work with.
_FAMILIES = frozenset(
    {"guide", "home", "integrity", "letter", "questions", "sheet", "topic", "workshop"}
)
_TEACHERS = frozenset({"integrity", "lesson", "outcome", "strand", "term", "tool", "unit"})
# What people type into the search: it stands on no page.
_UNREAD = frozenset({Synonyms.kind})
# What of a lesson a parent should hear of: what the child may do with AI, and with which tool.
_OF_A_LESSON = frozenset({"interaction", "level", "tools"})


class Change(NamedTuple):
    """One change: what, of which document, from what to what."""

    what: Kind
    kind: str
    id: str
    title: str
    """The English title, or the sentence of an outcome."""
    before: Value | None = None
    after: Value | None = None
    readers: tuple[str, ...] = ()
    """Who reads the words that changed."""

    def touches(self, audience: Audience) -> bool:
        """Whether the audience should hear of it."""
        if audience == "district":
            return True
        if audience == "teachers":
            return self.kind in _TEACHERS
        if self.what == "reworded":
            return "families" in self.readers
        if self.kind == "lesson":
            return self.what in _OF_A_LESSON
        return self.kind in _FAMILIES or (self.kind == "tool" and self.what != "translated")


def compared(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """Everything that changed, by kind of document and id; nothing where both are the same."""
    found: list[Change] = []
    for kind in sorted((before.documents.keys() | after.documents.keys()) - _UNREAD):
        old, new = before.documents.get(kind, {}), after.documents.get(kind, {})
        for id in sorted(old.keys() | new.keys()):
            found += _of_document(kind, id, old.get(id), new.get(id))
    for code in sorted(before.outcomes.keys() | after.outcomes.keys()):
        found += _of_outcome(code, before.outcomes.get(code), after.outcomes.get(code))
    return tuple(found)


def for_audience(changes: Iterable[Change], audience: Audience) -> tuple[Change, ...]:
    """Those that touch the audience."""
    return tuple(one for one in changes if one.touches(audience))


def _of_document(kind: str, id: str, old: Record | None, new: Record | None) -> Iterator[Change]:
    if new is None or new.retired:
        if old is not None and not old.retired:
            if new is None:
                yield Change("withdrawn", kind, id, old.title)
            else:
                yield Change("retired", kind, id, new.title, None, new.replaced_by)
        return
    if old is None or old.retired:
        yield Change("added", kind, id, new.title, None, new.bands or None)
        return
    if kind != "tool" and old.bands != new.bands:
        yield Change("moved", kind, id, new.title, old.bands, new.bands)
    yield from _facts(kind, id, old, new)
    if readers := _differing(dict(old.words), dict(new.words)):
        yield Change("reworded", kind, id, new.title, readers=readers)
    if done := tuple(one for one in new.languages if one not in old.languages):
        yield Change("translated", kind, id, new.title, None, done)


def _facts(kind: str, id: str, old: Record, new: Record) -> Iterator[Change]:
    before = dict(old.facts)
    for what, value in new.facts:
        if None not in (value, before[what]) and value != before[what]:
            yield Change(what, kind, id, new.title, before[what], value)  # type: ignore[arg-type]


def _differing(old: Mapping[str, object], new: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(who for who in sorted(old) if old[who] != new[who])


def _of_outcome(code: str, old: Statement | None, new: Statement | None) -> Iterator[Change]:
    if new is None or new.retired:
        if old is not None and not old.retired:
            replaced_by = new.replaced_by if new else None
            yield Change("retired", "outcome", code, old.text, None, replaced_by)
        return
    if old is None or old.retired:
        yield Change("added", "outcome", code, new.text)
        return
    readers = ("families",) * (old.plain != new.plain) + ("teachers",) * (old.text != new.text)
    if readers:
        plain = "teachers" not in readers
        before, after = (old.plain, new.plain) if plain else (old.text, new.text)
        yield Change("reworded", "outcome", code, new.text, before, after, readers)
