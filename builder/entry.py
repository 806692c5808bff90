"""A passage in a PO file: both sides, how far it has come, and what people wrote about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from builder import refusals
from builder.composing import MOST_LINES
from builder.model.text import State
from builder.reviews import reviewed
from builder.validation import MOST_BRACKETS, MOST_LETTERS

MOST = 2 * MOST_LETTERS
"""So many letters may one translation have: languages differ, but not so much."""
MOST_IN_ALL = 150_000
"""And all of a file; the longest there is has 74,000. As much is checked in two seconds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage in a PO file: the English it was made from, the translation, its state."""

    english: str
    translation: str = ""
    state: State = State.MISSING
    previous: str = ""
    """The English that the translation was made from, where it is not `english`."""
    comments: tuple[str, ...] = ()
    """What people wrote about the translation, a review included."""
    flags: frozenset[str] = frozenset()


Catalog = Mapping[str, Entry]


def entry(
    english: str,
    translation: str,
    previous: str = "",
    comments: tuple[str, ...] = (),
    flags: frozenset[str] = frozenset(),
) -> Entry:
    """The entry in the state that its words, flags and comments give it."""
    state = _state(english, translation, "fuzzy" in flags, comments)
    return Entry(english, translation, state, previous, comments, flags)


def _state(english: str, words: str, fuzzy: bool, comments: Iterable[str]) -> State:
    if not words:
        return State.MISSING
    if fuzzy:
        return State.STALE
    return State.REVIEWED if reviewed(comments, english, words) else State.DRAFT


def too_long(entries: Catalog) -> tuple[str, str] | None:
    """Which translation is more than one can be, in words, and its address."""
    whole = lines = 0
    for address, one in entries.items():
        letters, brackets = len(one.translation), one.translation.count("[")
        if letters > MOST or brackets > MOST_BRACKETS:
            many = f"{MOST:,} letters" if letters > MOST else f"{MOST_BRACKETS} brackets “[”"
            return f"{refusals.quoted('', address)} is translated with more than {many}", address
        whole += letters
        lines += one.translation.count("\n")
        if whole > MOST_IN_ALL or lines > MOST_LINES:
            many = f"{MOST_IN_ALL:,} letters" if whole > MOST_IN_ALL else f"{MOST_LINES:,} lines"
            return f"its translations have more than {many} together", address
    return None
