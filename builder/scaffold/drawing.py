"""Draws the fields of a model as YAML: each explained, the optional ones commented out.

The lines are in the canonical layout, so that `curriculum format` has nothing to change in them.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from builder.model.base import Step
from builder.model.fields import Written, allowed, inside, marks, written
from builder.model.text import Text
from builder.starter_words import DAY, ID, to_write

ASK: Any = object()
"""Stands for a value that the writer must give."""
WIDTH = 110
# What only a value of the right form can stand for.
_FORMS = {
    r"^(TK-2|3-5|6-8|9-12)\.[A-Z]{3}\.[1-9][0-9]?$": "3-5.XXX.1",
    r"^[a-z0-9-]+:[^@\s]+(@[^@\s]+)?$": f"{ID}:{ID}",
    r"^[^@\s]+$": ID,
    r"^[A-Z]{3}$": "XXX",
    r"^20[0-9]{2}-(0[1-9]|1[0-2])$": DAY.isoformat()[:7],
    r"^[a-z0-9]+(-[a-z0-9]+)*$": ID,
}
_NAMED = {"url": "https://www.example.org/"}


def drawn(model: type[BaseModel], given: Mapping[str, Any], depth: int = 0) -> list[str]:
    """The fields of a model, those of `given` with its values, each under its explanation."""
    lines: list[str] = []
    for field in written(model):
        doc = field.doc if field.name in given else _explained(field)
        lines += [f"# {line}" for line in _wrapped(doc, depth)]
        block = _field(field, given.get(field.name, ASK), depth)
        live = field.info.is_required() or field.name in given
        lines += block if live else [f"#{line}" for line in block]
    return lines


def _bare(model: type[BaseModel], given: Mapping[str, Any], depth: int) -> list[str]:
    """The fields that must be there, without a word about them."""
    lines: list[str] = []
    for field in written(model):
        if field.info.is_required() or field.name in given:
            lines += _field(field, given.get(field.name, ASK), depth)
    return [line for line in lines if not line.lstrip().startswith("#")]


def _explained(field: Written) -> str:
    """What to write; where a list is closed and long, with all of it."""
    choices = [str(one) for one in allowed(field.info.annotation)]
    if choices and any(one not in field.doc for one in choices):
        return f"{field.doc} There are: {', '.join(choices)}."
    return field.doc


def _field(field: Written, given: Any, depth: int) -> list[str]:
    """The field with its value, in one line or more."""
    key, annotation = field.name, inside(field.info.annotation)
    if field.part is not None and get_origin(annotation) is tuple:
        return [f"{key}:", *_indented(_items(field, field.part, given, depth + 1))]
    if field.part is not None:
        values = {} if given is ASK else given
        return [f"{key}:", *_indented(drawn(field.part, values, depth + 1))]
    if given is ASK and not field.info.is_required() and field.info.default is not None:
        given = field.info.default
    if isinstance(annotation, type) and issubclass(annotation, Text):
        words = to_write(field.doc) if given is ASK else given
        return _asked(key, words, annotation, depth)
    value = _value(field, annotation) if given is ASK else given
    return [f"{key}: {_written(value)}"]


def _items(field: Written, part: type[BaseModel], given: Any, depth: int) -> list[str]:
    """The items of a list; the first one explains the fields of all."""
    lines: list[str] = []
    asked = {"text": to_write(field.doc)} if part is Step else {}
    for number, one in enumerate([asked] if given is ASK or not given else given):
        block = drawn(part, one, depth + 1) if number == 0 else _bare(part, one, depth + 1)
        first = next(at for at, line in enumerate(block) if not line.startswith("#"))
        lines += block[:first]
        lines += [f"- {block[first]}", *_indented(block[first + 1 :])]
    return lines


def _asked(key: str, words: str, annotation: type[Text], depth: int) -> list[str]:
    """Words in the form that their kind has in the other files."""
    if annotation.form == "words":
        return [f"{key}: [{_quoted(words)}]"]
    if annotation.form == "prose":
        return [f"{key}: |", *_indented(_wrapped(words, depth + 1))]
    line = f"{key}: {_quoted(words)}"
    if len(line) + 2 * depth <= WIDTH:
        return [line]
    return [f"{key}: >-", *_indented(_wrapped(words, depth + 1))]


def _value(field: Written, annotation: Any) -> Any:
    """The plainest value that may stand there."""
    if field.name in _NAMED:
        return _NAMED[field.name]
    limits = {type(mark).__name__: mark for mark in field.info.metadata}
    if get_origin(annotation) is tuple:
        least = "MinLen" in limits
        return [_plain(inside(get_args(annotation)[0]), field)] if least else []
    if get_origin(annotation) is dict:
        return {}
    if annotation is int:
        return limits["Ge"].ge if "Ge" in limits else 1
    for one in marks(field.info):
        if getattr(one, "pattern", None) in _FORMS:
            return _FORMS[one.pattern]
    return _plain(annotation, field)


def _plain(annotation: Any, field: Written) -> Any:
    if get_origin(annotation) is Literal:
        return get_args(annotation)[0]
    if annotation is date:
        return DAY
    return True if annotation is bool else to_write(field.doc)


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_written(one) for one in value)}]"
    if isinstance(value, dict):
        return "{}"
    words = str(value)
    return _quoted(words) if " " in words or (":" in words and "//" not in words) else words


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _wrapped(words: str, depth: int) -> list[str]:
    return textwrap.wrap(words, WIDTH - 2 * depth, break_on_hyphens=False, break_long_words=False)


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" for line in lines]
