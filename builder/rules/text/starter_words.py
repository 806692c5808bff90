"""A document still holds words that only ask for the writer's own.

**Why.** A starter shows where each thing belongs. Its words would be translated, printed and read
by families if they stayed, and an id that stays can never be changed afterwards.

**How to mend.** Replace the words by your own. Give each `write-here` an id that says what the item
is. Replace the day 2000-01-01 by the true one. If you do not need an optional field, delete it.

**Source.** Our own rule: nothing that only looks finished is published.

**Limits.** Numbers and choices from closed lists carry no mark, so what a starter chose for you is
not found. A sheet on which students write needs other words than “Write here:” at its beginning.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from builder.model.base import Document, Part
from builder.model.text import Text
from builder.rules.engine import Frame, Problem, rule
from builder.source import Loc
from builder.starter_words import BEGINNING, DAY, ID, is_starter


@rule()
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    if not frame.holds(document, BEGINNING, ID, DAY.isoformat()):
        return
    for at, words in _left(document, ()):
        message = f"the starter’s own words still stand here: “{words}”"
        yield Problem(document, at, message, "Replace them by yours.", words)


def _left(value: Any, at: Loc) -> Iterator[tuple[Loc, str]]:
    """Everything in a value that a starter put there, with its place."""
    if isinstance(value, Part):
        for name in type(value).model_fields:
            yield from _left(getattr(value, name), (*at, name.rstrip("_")))
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _left(one, (*at, number))
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _left(one, (*at, name))
    elif isinstance(value, str | Text | date) and is_starter(value):
        yield at, str(value)
