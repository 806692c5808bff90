"""Changes for people at a terminal, for a pull request, and for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import get_args

from builder.literal import literal
from builder.snapshots.comparing import Audience, Change
from builder.snapshots.record import Value

_SAID = {
    "added": "is new",
    "retired": "is retired",
    "withdrawn": "is gone",
    "reworded": "has new words",
}
_NAMES = {"moved": "grades", "level": "AI-use level", "age": "lowest age"}


def text(changes: Iterable[Change]) -> str:
    """A line for each change, by kind of document."""
    return "\n".join(_line(one) for one in changes) or "Nothing that readers would notice."


def markdown(changes: Iterable[Change]) -> str:
    """A list for each kind of document; no word of the curriculum can be markup in it."""
    kinds: dict[str, list[str]] = {}
    for one in changes:
        kinds.setdefault(one.kind, []).append(f"- {literal(one.title)}: {literal(said(one))}")
    parts = [f"### {kind.capitalize()}\n\n" + "\n".join(rows) for kind, rows in kinds.items()]
    return "\n\n".join(parts) or "Nothing that readers would notice."


def as_json(changes: Iterable[Change]) -> str:
    """Every change with whom it touches."""
    told = [
        {
            **one._asdict(),
            "audiences": [each for each in get_args(Audience) if one.touches(each)],
        }
        for one in changes
    ]
    return json.dumps(told, ensure_ascii=False, indent=2)


def _line(one: Change) -> str:
    return f"{one.kind} {one.id} “{one.title}”: {said(one)}"


def said(one: Change) -> str:
    """What changed, in a few words, without the document’s name."""
    if one.what == "translated":
        return f"is translated to the end: {_value(one.after)}"
    if one.what in _SAID:
        told = _SAID[one.what]
        if one.what == "retired" and one.after:
            told += f"; use {_value(one.after)}"
        if one.what == "reworded":
            told += f" for {', '.join(one.readers)}"
            told += f", “{one.before}” before" if one.before else ""
        return told
    name = _NAMES.get(one.what, one.what)
    return f"{name} {_value(one.before)}, now {_value(one.after)}"


def _value(value: Value | None) -> str:
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    return str(value)
