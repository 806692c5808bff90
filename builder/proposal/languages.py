"""What a change means for the translators of each language: what became stale, what is new."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from builder import translations
from builder.model.base import Document, texts
from builder.model.text import State
from builder.proposal.passages import documents
from builder.settings import Language
from builder.site import Site

_BEHIND = (State.MISSING, State.STALE)


class Turned(NamedTuple):
    """How many passages of a language the change turned, and in how many documents."""

    language: Language
    stale: int
    """Were translated and are not brought up to date."""
    missing: int
    """Are new and wait for a translation."""
    done: int
    """Were behind, or are new, and are translated now."""
    documents: int


def turned(before: Site, after: Site) -> Iterator[Turned]:
    """A row for each language in which the state of a passage changed."""
    there = {one.id for one in before.settings.languages}
    for language in after.settings.languages:
        if language.id != "en" and language.id in there:
            row = _of_language(before, after, language)
            if row.stale or row.missing or row.done:
                yield row


def _of_language(before: Site, after: Site, language: Language) -> Turned:
    stale = missing = done = touched = 0
    for old, new in (*documents(before, after, language.id), *_new(before, after, language.id)):
        was, now = _states(old, language), _states(new, language)
        turns = [now[address] for address in now if now[address] is not was.get(address)]
        stale += turns.count(State.STALE)
        missing += turns.count(State.MISSING)
        done += sum(
            state not in _BEHIND and was.get(address, State.MISSING) in _BEHIND
            for address, state in now.items()
        )
        touched += bool(turns)
    return Turned(language, stale, missing, done, touched)


def _new(before: Site, after: Site, language: str) -> Iterator[tuple[None, Document]]:
    for entry in after.curriculum.loaded:
        kind, id = type(entry.document), entry.document.id
        if id not in before.curriculum.all(kind):
            yield None, after.translated(language, kind, id)


def _states(document: Document | None, language: Language) -> dict[str, State]:
    if document is None or document.status == "retired":
        return {}
    found = texts(document, careful=document.careful)
    return {one.address: one.state for one in translations.wanted(found, document, language)}
