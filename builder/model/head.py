"""Documents of which only the head is read: the fields without words, until others are asked for.

Cross-checks need the ids, grades and outcomes of every lesson, the list of pages the ids of its
handouts, and both the words of few.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import create_model

from builder.model.base import HANDOUTS, REST, Document
from builder.model.text import Text
from builder.source import Tree
from builder.validation import Strict

Kind = TypeVar("Kind", bound=Document)


def head_of(kind: type[Document], tree: Tree) -> Tree:
    """The part of a document's tree that holds no words for translators, and its handouts’ ids."""
    names = _wordless(kind)
    head = {name: value for name, value in tree.items() if name in names}
    return {**head, HANDOUTS: [one["id"] for one in tree.get("handouts", ())]}


def with_head(kind: type[Kind], head: Tree, rest: Callable[[], Kind]) -> Kind:
    """The document whose head this is; `rest` reads it whole when another field is asked for."""
    told = {name: value for name, value in head.items() if name != HANDOUTS}
    values: dict[str, Any] = dict(_model(kind).model_validate(told).__dict__)
    values[HANDOUTS] = tuple(head[HANDOUTS])
    values[REST] = lambda: rest().values()
    made = kind.__new__(kind)
    object.__setattr__(made, "__dict__", values)
    object.__setattr__(made, "__pydantic_fields_set__", set(values))
    object.__setattr__(made, "__pydantic_extra__", None)
    object.__setattr__(made, "__pydantic_private__", None)
    return made


@cache
def _model(kind: type[Document]) -> type[Strict]:
    fields: dict[str, Any] = {
        name: (field.annotation, field)
        for name, field in kind.model_fields.items()
        if not has_words(field.annotation)
    }
    return create_model(f"{kind.__name__}Head", __base__=Strict, **fields)


@cache
def _wordless(kind: type[Document]) -> frozenset[str]:
    """The names of those fields as written in YAML."""
    return frozenset(name.rstrip("_") for name in _model(kind).model_fields)


def has_words(annotation: Any) -> bool:
    """Whether a kind of document, or a field of this type, has words for translators."""
    if isinstance(annotation, type) and issubclass(annotation, Text):
        return True
    if hasattr(annotation, "model_fields"):
        return any(has_words(field.annotation) for field in annotation.model_fields.values())
    return any(has_words(one) for one in get_args(annotation))
