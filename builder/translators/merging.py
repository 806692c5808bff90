"""One passage from a translator beside the one that stands here: which of them holds from now on.

The one idea: words are taken for the English they were made from. Made from today's, they hold;
made from older English, they are stale and fill a gap at most. Nothing becomes reviewed unless the
seal of a review fits both sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from builder import reviews
from builder.model.text import State
from builder.po import Entry, entry

FUZZY = frozenset({"fuzzy"})
_CREDIT = "Translated by "


class Verdict(StrEnum):
    """What became of a passage that came back."""

    TAKEN = "taken"
    STALE = "taken as stale"
    SAME = "the same"
    EMPTY = "empty"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage from now on, and what became of the one that came back."""

    verdict: Verdict
    entry: Entry
    why: str = ""


def judged(own: Entry | None, came: Entry, by: str = "") -> Judged:
    """The passage from now on; `own` is up to date with the English, and None where it is gone."""
    if own is None:
        return Judged(Verdict.LEFT, came, "the document has no such passage")
    if not came.translation.strip():
        return Judged(Verdict.EMPTY, own)
    if "fuzzy" in came.flags and came.translation == own.translation:
        return Judged(Verdict.SAME, own)
    if "fuzzy" in came.flags:
        return Judged(Verdict.LEFT, own, "it is marked as needing work (fuzzy)")
    if came.english != own.english:
        return _of_older_english(own, came, by)
    reviewed = came.state is State.REVIEWED
    if own.state is State.REVIEWED and own.translation != came.translation and not reviewed:
        return Judged(Verdict.LEFT, own, "a person has reviewed other words here")
    comments = _comments(own, came, by)
    new = entry(own.english, came.translation, "", comments, own.flags - FUZZY)
    return Judged(Verdict.SAME, own) if new == own else Judged(Verdict.TAKEN, new)


def _of_older_english(own: Entry, came: Entry, by: str) -> Judged:
    """Words that were made from English which does not stand here any more."""
    if own.state not in (State.MISSING, State.STALE):
        return Judged(Verdict.LEFT, own, "it is made from older English; newer words stand here")
    if (own.translation, own.previous) == (came.translation, came.english):
        return Judged(Verdict.SAME, own)
    comments = _comments(own, came, by)
    new = entry(own.english, came.translation, came.english, comments, own.flags | FUZZY)
    return Judged(Verdict.STALE, new, "the English has changed since")


def _comments(own: Entry, came: Entry, by: str) -> tuple[str, ...]:
    """What people remarked on both sides, the reviews that hold for the new words, the credit."""
    other = own.translation != came.translation
    kept = [one for one in own.comments if not other or _fits(one, came)]
    kept += [one for one in came.comments if _fits(one, came) or one.startswith(_CREDIT)]
    credit = [f"{_CREDIT}{by.strip()}"] if other and by.strip() else []
    return tuple(dict.fromkeys([*kept, *credit]))


def _fits(comment: str, came: Entry) -> bool:
    """Whether a remark can stand above the words that came: no lapsed review, no other's credit."""
    if reviews.reviewer(comment):
        return reviews.holds(comment, came.english, came.translation)
    return not comment.startswith(_CREDIT)
