"""The drawings and photographs that cards show, against those that stand in their folders."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Literal, get_args

from builder.model.groups import WithHandouts
from builder.rules.engine import Frame, Gathered, Problem

Kind = Literal["drawing", "photo"]
_CALLED: dict[Kind, str] = {"drawing": "drawing", "photo": "photograph"}


def noted(document: WithHandouts, kind: Kind) -> Iterator[str]:
    """The pictures of a kind that cards name, each with the places of handout and card."""
    for number, handout in enumerate(document.handouts):
        for place, card in enumerate(handout.cards):
            if card.picture and (name := getattr(card.picture, kind)):
                yield f"{number} {place} {name}"


def unknown(gathered: Gathered, kind: Kind, known: Collection[str], do: str) -> Iterator[Problem]:
    """The cards that name no known picture; `do` says what helps where none is like it."""
    for document, notes in gathered.notes:
        for note in notes:
            number, place, name = note.split(" ")
            if name not in known:
                at = ("handouts", int(number), "cards", int(place), "picture", kind)
                near = get_close_matches(name, known, 1, 0.6)
                hint = f"Did you mean “{near[0]}”?" if near else f"{do}, or correct the name."
                yield Problem(document, at, f"there is no {_CALLED[kind]} “{name}”", hint)


def orphaned(
    gathered: Gathered, frame: Frame, kind: Kind, paths: Iterable[str]
) -> Iterator[Problem]:
    """The files that no card shows; none while a document that may have cards cannot be read."""
    if any(frame.curriculum.unread(kind) for kind in get_args(WithHandouts)):
        return
    shown = {note.rpartition(" ")[2] for _, notes in gathered.notes for note in notes}
    for path in paths:
        if PurePosixPath(path).stem not in shown:
            message = f"no card shows this {_CALLED[kind]}"
            yield Problem(path, (), message, "Name it at its card, or delete the file.")
