"""What a field of a snapshot may hold: it is a file as any other, and anybody may change one.

The one idea: the first thing that is wrong refuses the whole file, so that one which is nothing but
mistakes costs no more to refuse than another to read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, Field, WrapValidator

from builder import refusals
from builder.model.kinds import KINDS
from builder.validation import MOST_LETTERS

_KINDS = frozenset(one.kind for one in KINDS)


def _open(words: str) -> str:
    """JSON can spell out as escapes what no file may hold."""
    if refusals.hidden(words):
        raise ValueError("holds a character that no file may hold")
    return words


def _kind(name: str) -> str:
    if name not in _KINDS:
        raise ValueError("is no kind of document")
    return name


def _one_by_one(told: Any, read: Callable[[Any], Any]) -> Any:
    if isinstance(told, dict):
        return {key: one for name, row in told.items() for key, one in read({name: row}).items()}
    if isinstance(told, list):
        return tuple(one for row in told for one in read([row]))
    return read(told)


Words = Annotated[str, Field(max_length=MOST_LETTERS), AfterValidator(_open)]
PagePath = Annotated[str, Field(pattern=r"^([a-z0-9-]+/)*$")]
"""The path of a page below a language’s home; nothing in it leads out of the site."""
KindName = Annotated[str, AfterValidator(_kind)]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
EACH = WrapValidator(_one_by_one)
