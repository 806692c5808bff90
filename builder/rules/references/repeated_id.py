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

from builder.model.base import Document, Part
from builder.model.progression import Outcome
from builder.rules.engine import Frame, Problem, rule
from builder.source import Loc


@rule()
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    yield from _items(document, document, ())


def _items(document: Document, part: Part, at: Loc) -> Iterator[Problem]:
    """The same name twice in one list, at any depth; outcomes are compared across all strands."""
    for name, field in type(part).model_fields.items():
        value, here = getattr(part, name), (*at, field.alias or name)
        if isinstance(value, Part):
            yield from _items(document, value, here)
        elif isinstance(value, tuple):
            parts = [item for item in value if isinstance(item, Part)]
            yield from _twice(document, parts, here)
            for number, item in enumerate(parts):
                yield from _items(document, item, (*here, number))


def _twice(document: Document, parts: list[Part], at: Loc) -> Iterator[Problem]:
    seen = set()
    for number, item in enumerate(parts):
        key = "id" if hasattr(item, "id") else "code"
        name = getattr(item, key, None)
        if name is None or isinstance(item, Outcome):
            continue
        if name in seen:
            message = f"“{name}” names two items of this list"
            yield Problem(
                document, (*at, number, key), message, "Give this item a name of its own."
            )
        seen.add(name)
