"""The fields of a model as a writer meets them in a file: in one order, under one name, explained.

A document begins with its id and its own fields; licence, status and review come last.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from builder.model.base import Document
from builder.validation import part_in


@dataclass(frozen=True)
class Written:
    """One field: its name in YAML and what the model tells of it."""

    name: str
    info: FieldInfo

    @property
    def doc(self) -> str:
        """What to write, on one line."""
        return " ".join((self.info.description or "").split())

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
    return tuple(_written(name, model.model_fields[name]) for name in names)


def _written(name: str, info: FieldInfo) -> Written:
    return Written(str(info.alias or name), info)
