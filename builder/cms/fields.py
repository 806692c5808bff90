"""Each field of a model as a widget of Decap CMS: its name, its help, and how it is filled in.

Source of the widgets’ names and options: Decap CMS 3, “Widgets”. One is our own and stands in
`admin/map.js`: `map`, for fields whose names the writer chooses.
"""

from __future__ import annotations

from datetime import date
from typing import Any, get_args, get_origin

from pydantic import AfterValidator, BaseModel

from builder.cms.choices import Choices
from builder.model.base import Document
from builder.model.fields import Written, allowed, inside, marks, written
from builder.model.part import web_address
from builder.model.text import Text, Title, Words
from builder.validation import remedy

Widget = dict[str, Any]
"""One field as Decap’s configuration has it."""

_SHORT = {"ai": "AI", "dpa": "DPA", "eld": "ELD", "id": "ID", "udl": "UDL", "url": "URL"}
_LIMITS = (("ge", "min"), ("min_length", "min"), ("le", "max"), ("max_length", "max"))
_NAMES = ("title", "text", "says", "term", "ask", "name", "code", "score", "id")


def widgets(model: type[BaseModel], choices: Choices, optional: bool = False) -> list[Widget]:
    """The fields in the order of files; in an `optional` part the editor asks for none of them.

    What is then wanting is said by `curriculum check`, which knows whether the part was begun.
    """
    return [_widget(field, model, choices, optional) for field in written(model)]


def _widget(field: Written, model: type[BaseModel], choices: Choices, optional: bool) -> Widget:
    required = field.info.is_required() and not optional
    made: Widget = {
        "name": field.name,
        "label": label(field.name),
        "hint": field.doc,
        "required": required,
    }
    made |= _filled_in(field, choices.of(model, field.name), choices, not required)
    if made["widget"] == "boolean":
        made["required"] = False  # Decap takes a box without a tick for an empty one
    # Within a list Decap would take it for an item that somebody began.
    if isinstance(field.info.default, str) and issubclass(model, Document):
        made["default"] = field.info.default
    return made


def _filled_in(field: Written, named: Any, choices: Choices, optional: bool) -> Widget:
    """The widget and what is its own."""
    kind = inside(field.info.annotation)
    several = get_origin(kind) is tuple
    options = list(named) or [str(one) for one in allowed(kind)]
    if get_origin(kind) is dict:
        return {"widget": "map", "lists": get_origin(inside(get_args(kind)[1])) is tuple}
    if field.part is not None:
        within = widgets(field.part, choices, optional and not several)
        if not several:
            return {"widget": "object", "collapsed": optional, "fields": within}
        listed = {"widget": "list", "collapsed": True, "summary": _summary(within)}
        return {**listed, **_limits(field), "fields": within}
    if options:
        limits = _limits(field) if several else {}
        return {"widget": "select", "multiple": several, **limits, "options": options}
    if several or kind is Words:
        return {"widget": "list"}
    return _plain(field, kind)


def _plain(field: Written, kind: Any) -> Widget:
    """The widget of one value that the writer types."""
    if kind is bool:
        return {"widget": "boolean"}
    if kind is int:
        return {"widget": "number", "value_type": "int", **_limits(field)}
    if kind is date:
        return {"widget": "datetime", "format": "YYYY-MM-DD", "time_format": False}
    if issubclass(kind, Text) and kind is not Title:
        return {"widget": "text"}
    for one in marks(field.info):
        if pattern := getattr(one, "pattern", None):
            return {"widget": "string", "pattern": [pattern, remedy(pattern)]}
        if isinstance(one, AfterValidator) and one.func is web_address:
            return {"widget": "string", "pattern": ["^https://", "Begin it with https://."]}
    return {"widget": "string"}


def _limits(field: Written) -> Widget:
    """How few and how many a field takes, or its lowest and its highest number."""
    found: Widget = {}
    for one in marks(field.info):
        for name, key in _LIMITS:
            number = getattr(one, name, None)
            if number is not None:
                found[key] = number
    return found


def _summary(within: list[Widget]) -> str:
    """What a closed item of a list shows: its words, or its id."""
    names = {one["name"] for one in within}
    shown = next((name for name in _NAMES if name in names), "")
    return f"{{{{fields.{shown}}}}}" if shown else ""


def label(name: str) -> str:
    """A field’s name in words: `ai_use_level` is “AI use level”."""
    words = " ".join(_SHORT.get(word, word) for word in name.split("_"))
    return words[0].upper() + words[1:]
