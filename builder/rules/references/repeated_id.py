"""Two items of one list carry the same name.

**Why.** The name of an item is the address of its words: translations, marks on the page and the
English beside a translation find it by that. If two share one, one of them gets the other's words.

**How to mend.** Give the newer item a name of its own. Leave the older one as it is: its
translations stay with it.

**Source.** Our own rule: an id names one thing for ever.

**Limits.** The levels of an integrity document are counted by the rule missing-level, outcomes by
duplicate-id.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from builder.model.base import Document, Part
from builder.model.progression import Outcome
from builder.rules.engine import Frame, Problem, rule
from builder.source import Loc

_NAMES = ("id", "code", "on")  # what names an item of a list; a change goes by its day


@rule()
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    yield from _items(document, document, ())


def _items(document: Document, part: Part, at: Loc) -> Iterator[Problem]:
    """The same name twice in one list, at any depth; outcomes are compared across all strands."""
    values = part.values()
    for name, alias in _holders(type(part)):
        value, here = values[name], (*at, alias)
        if isinstance(value, Part):
            yield from _items(document, value, here)
        elif isinstance(value, tuple) and value and isinstance(value[0], Part):
            yield from _twice(document, value, here)
            for number, item in enumerate(value):
                yield from _items(document, item, (*here, number))


@cache
def _holders(kind: type[Part]) -> tuple[tuple[str, str], ...]:
    """The fields that hold parts, alone or in a list, each with its name in YAML."""
    fields = kind.model_fields.items()
    return tuple(
        (name, field.alias or name) for name, field in fields if _holds_parts(field.annotation)
    )


def _holds_parts(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return True
    return any(map(_holds_parts, get_args(annotation)))


def _twice(document: Document, parts: tuple[Part, ...], at: Loc) -> Iterator[Problem]:
    seen = set()
    for number, item in enumerate(parts):
        key = next((one for one in _NAMES if hasattr(item, one)), None)
        if key is None or isinstance(item, Outcome):
            continue
        name = getattr(item, key)
        if name in seen:
            message = f"“{name}” names two items of this list"
            yield Problem(
                document, (*at, number, key), message, "Give this item a name of its own."
            )
        seen.add(name)
