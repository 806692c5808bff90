"""What a file leaves out of its model: every field that holds free words, filled in with some.

A part that is left out is made whole; of a list one item is enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from builder.githost import Editor
from builder.model.fields import inside, marks
from builder.model.handout import Picture
from builder.model.part import web_address
from builder.model.text import Text, Words
from builder.validation import Strict

NAME, WORDS = "extra", "Something more."
LOOSE = r"^[^@\s]+$"
"""The pattern of words that are no words of ours: all but two signs may stand in them."""
_GIVEN: dict[type[Strict], dict[str, Any]] = {Picture: {"drawing": NAME, "alt": WORDS}}
"""Parts of which not all fields may stand."""
_LEFT_OUT = (Editor,)
"""What no copy of the sample can have: the editor's parts are fetched."""


def free(field: FieldInfo) -> bool:
    """Whether a field itself holds words that a writer may choose: no id, no code, no choice."""
    kind = inside(field.annotation)
    held = get_args(kind) if get_origin(kind) in (tuple, dict) else (kind,)
    types = [one for one in map(inside, held) if isinstance(one, type)]
    bound = {getattr(one, "pattern", None) for one in marks(field)} - {None, LOOSE}
    return any(issubclass(one, Text) for one in types) or (types[:1] == [str] and not bound)


def parts(annotation: Any) -> Iterator[type[Strict]]:
    """The models that a type holds, alone, in a list or under names."""
    if isinstance(annotation, type) and issubclass(annotation, Strict):
        yield annotation
    for one in get_args(annotation):
        yield from parts(one)


def models(*kinds: type[Strict]) -> set[type[Strict]]:
    """The kinds, and every model of a part of them at any depth."""
    found: set[type[Strict]] = set()
    ahead = list(kinds)
    while ahead:
        one = ahead.pop()
        if one not in found:
            found.add(one)
            ahead += [
                part for field in one.model_fields.values() for part in parts(field.annotation)
            ]
    return found


def fill(part: Strict, tree: dict[str, Any]) -> None:
    """Fill in what the tree of the part leaves out."""
    for name, field in type(part).model_fields.items():
        value, key = getattr(part, name), name.rstrip("_")
        if value and isinstance(value, Strict):
            fill(value, tree[key])
        elif value and isinstance(value, tuple) and isinstance(value[0], Strict):
            fill(value[0], tree[key][0])
        elif not value and _has_words(field):
            tree[key] = _made(field.annotation, field)


def _has_words(field: FieldInfo) -> bool:
    within = models(*parts(field.annotation))
    if within & {*_LEFT_OUT}:
        return False
    return free(field) or any(free(one) for each in within for one in each.model_fields.values())


def _made(annotation: Any, field: FieldInfo) -> Any:
    """A value of the type, whole."""
    kind = inside(annotation)
    if get_origin(kind) is tuple or kind is Words:
        return [WORDS if kind is Words else _made(get_args(kind)[0], field)]
    if get_origin(kind) is dict:
        return {NAME: _made(get_args(kind)[1], field)}
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    if kind in _GIVEN:
        return _GIVEN[kind]
    if issubclass(kind, Strict):
        told = kind.model_fields.items()
        return {key.rstrip("_"): _made(one.annotation, one) for key, one in told if _wanted(one)}
    if kind in (bool, int, date):
        return {bool: "false", int: "1", date: "2026-11-22"}[kind]
    if any(getattr(one, "pattern", None) for one in marks(field)):
        return NAME
    if any(getattr(one, "func", None) is web_address for one in marks(field)):
        return "https://example.org/"
    return WORDS


def _wanted(field: FieldInfo) -> bool:
    return field.is_required() or _has_words(field)
