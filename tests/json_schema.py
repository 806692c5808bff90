"""As much of JSON Schema 2020-12 as our schemas use; a keyword that is not known is an error.

It is not a validator for others: it says whether data keep to a schema that our models made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}
ANNOTATIONS = {"$schema", "$defs", "description", "default", "discriminator", "title"}
ANNOTATIONS |= {"x-form", "x-answers"}


def faults(data: Any, schema: Any, root: Any = None, at: str = "") -> Iterator[str]:
    """Each place in the data that does not keep to the schema."""
    root = root or schema
    for keyword, value in schema.items():
        if keyword in ANNOTATIONS or keyword in ("additionalProperties", "format"):
            continue
        yield from _KEYWORDS[keyword](data, value, root, at)
    if schema.get("format") == "date" and isinstance(data, str):
        try:
            date.fromisoformat(data)
        except ValueError:
            yield f"{at}: {data} is no day"
    others = schema.get("additionalProperties")
    if isinstance(data, dict) and others is not None:
        for name in data.keys() - schema.get("properties", {}).keys():
            if others is False:
                yield f"{at}: {name} is not known"
            elif others is not True:
                yield from faults(data[name], others, root, f"{at}/{name}")


def _reference(data: Any, value: Any, root: Any, at: str) -> Iterator[str]:
    yield from faults(data, root["$defs"][value.removeprefix("#/$defs/")], root, at)


def _type(data: Any, value: Any, root: Any, at: str) -> Iterator[str]:
    whole = isinstance(data, TYPES[value]) and (value == "boolean" or not isinstance(data, bool))
    if not whole:
        yield f"{at}: {data!r} is no {value}"


def _properties(data: Any, value: Any, root: Any, at: str) -> Iterator[str]:
    for name, schema in value.items():
        if isinstance(data, dict) and name in data:
            yield from faults(data[name], schema, root, f"{at}/{name}")


def _patterns(data: Any, value: Any, root: Any, at: str) -> Iterator[str]:
    for pattern, schema in value.items():
        for name in data if isinstance(data, dict) else ():
            if re.search(pattern, name):
                yield from faults(data[name], schema, root, f"{at}/{name}")


def _required(data: Any, value: Any, root: Any, at: str) -> Iterator[str]:
    if isinstance(data, dict):
        yield from (f"{at}: {name} is missing" for name in value if name not in data)


def _items(data: Any, value: Any, root: Any, at: str) -> Iterator[str]:
    for number, one in enumerate(data if isinstance(data, list) else ()):
        yield from faults(one, value, root, f"{at}/{number}")


def _any(data: Any, value: Any, root: Any, at: str) -> Iterator[str]:
    tried = [list(faults(data, one, root, at)) for one in value]
    if all(tried):
        yield from min(tried, key=len)


def _one(data: Any, value: Any, root: Any, at: str) -> Iterator[str]:
    tried = [list(faults(data, one, root, at)) for one in value]
    if all(tried):
        yield from min(tried, key=len)
    elif sum(not one for one in tried) > 1:
        yield f"{at}: fits more than one"


def _names(data: Any, value: Any, root: Any, at: str) -> Iterator[str]:
    for name in data if isinstance(data, dict) else ():
        yield from faults(name, value, root, f"{at}/{name}")


def _holds(of: Any, allowed: Any, words: str) -> Any:
    """A keyword that says something of values of one type only."""

    def check(data: Any, value: Any, root: Any, at: str) -> Iterator[str]:
        if isinstance(data, of) and not allowed(data, value):
            yield f"{at}: {data!r} {words} {value!r}"

    return check


_KEYWORDS = {
    "$ref": _reference,
    "type": _type,
    "properties": _properties,
    "patternProperties": _patterns,
    "required": _required,
    "items": _items,
    "anyOf": _any,
    "oneOf": _one,
    "propertyNames": _names,
    "const": _holds(object, lambda data, value: data == value, "is not"),
    "enum": _holds(object, lambda data, value: data in value, "is none of"),
    "pattern": _holds(str, lambda data, value: re.search(value, data), "does not fit"),
    "minLength": _holds(str, lambda data, value: len(data) >= value, "is shorter than"),
    "maxLength": _holds(str, lambda data, value: len(data) <= value, "is longer than"),
    "minItems": _holds(list, lambda data, value: len(data) >= value, "has fewer than"),
    "maxItems": _holds(list, lambda data, value: len(data) <= value, "has more than"),
    "minimum": _holds(int, lambda data, value: data >= value, "is below"),
    "maximum": _holds(int, lambda data, value: data <= value, "is above"),
}
