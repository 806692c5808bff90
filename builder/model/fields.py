"""The fields of a model as a writer meets them in a file: in one order, under one name, explained.

A document begins with its id and its own fields; licence, status and review come last.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from builder.model.base import Document
from builder.validation import part_in


@dataclass(frozen=True)
class Written:
    """One field: its name in YAML and what the model tells of it."""

    name: str
    info: FieldInfo
    doc: str
    """What to write, on one line."""

    @property
    def part(self) -> type[BaseModel] | None:
        """The model of the parts that it holds, if it holds parts."""
        return part_in(self.info.annotation)


@cache
def written(model: type[BaseModel]) -> tuple[Written, ...]:
    """The fields in the order in which files have them."""
    names = list(model.model_fields)
    if issubclass(model, Document):
        declared = [name for name in inspect.get_annotations(model) if name in names]
        names = list(dict.fromkeys(["id", *declared, *names]))
    docs, fields = explained(model), model.model_fields
    return tuple(
        Written(str(fields[name].alias or name), fields[name], docs.get(name, "")) for name in names
    )


def inside(annotation: Any) -> Any:
    """The type itself, without its marks and without None."""
    if get_origin(annotation) is Annotated:
        return inside(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return inside(next(one for one in get_args(annotation) if one is not type(None)))
    return annotation


def marks(info: FieldInfo) -> Iterator[Any]:
    """Everything that a field and its type are marked with, at any depth."""
    yield from info.metadata
    yield from _marks(info.annotation)


def _marks(annotation: Any) -> Iterator[Any]:
    for one in getattr(annotation, "__metadata__", ()):
        yield from (one, *getattr(one, "metadata", ()))
    for one in get_args(annotation):
        yield from _marks(one)


def allowed(annotation: Any) -> Iterator[Any]:
    """The values that a field of this type, or an item of it, may have where the list is closed."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for one in get_args(annotation):
            yield from allowed(one)


@cache
def explained(model: type[BaseModel]) -> Mapping[str, str]:
    """What stands in the code below each field, on one line.

    Read when asked for: pydantic can do it too, but for all models whenever they are imported,
    which is a third of the time that takes.
    """
    bases = reversed(model.__mro__[: model.__mro__.index(BaseModel)])
    return {name: " ".join(words.split()) for one in bases for name, words in _below(one)}


def _below(model: type) -> Iterator[tuple[str, str]]:
    for field, words in pairwise(_bodies(model.__module__).get(model.__name__, ())):
        match field, words:
            case ast.AnnAssign(target=ast.Name(name)), ast.Expr(ast.Constant(str(said))):
                yield name, said


@cache
def _bodies(module: str) -> Mapping[str, Sequence[ast.stmt]]:
    """The statements of each class of the module."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {one.name: one.body for one in tree.body if isinstance(one, ast.ClassDef)}
