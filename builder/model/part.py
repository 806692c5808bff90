"""The pieces that documents are made of, and those that every document may have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from builder import files
from builder.model.text import Line
from builder.validation import Day, Strict

Id = Annotated[str, Field(pattern=f"^{files.NAME}$", max_length=64)]
Month = Annotated[str, Field(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]
Code = Annotated[str, Field(pattern=r"^(TK-2|3-5|6-8|9-12)\.[A-Z]{3}\.[1-9][0-9]?$")]


@dataclass(frozen=True)
class Careful:
    """Marks a field whose translation is never shown once its English has changed."""


@dataclass(frozen=True)
class Key:
    """Marks a field that gives answers away: no page for students has it, the schema says so."""

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "x-answers": True}


class Part(Strict):
    """A piece of a document with words of its own; its slug keeps its address when it moves."""

    @property
    def slug(self) -> str:
        """What names this part in the address of its words."""
        return str(getattr(self, "id", ""))

    def values(self) -> dict[str, Any]:
        """The fields by their names."""
        return self.__dict__


class Step(Part):
    """One line of words that may move within its list."""

    id: Id
    """Names this item; never changed, so that its translation stays with it. Small letters, words
    joined by hyphens.
    """
    text: Line
    """One line of words for the page."""


def web_address(url: str) -> str:
    """The address as it is; raises ValueError where it is not a safe one."""
    if not url.startswith("https://"):
        raise ValueError("needs an address that begins with https://")
    return url


class Source(Part):
    """Where a fact comes from."""

    id: Id
    """Names this source within the document. Small letters, words joined by hyphens."""
    text: Line
    """Author, title and year, as a reader would look for it."""
    url: Annotated[str, AfterValidator(web_address)] | None = None
    """Its address on the web, if it has one. It begins with https://."""
    checked_on: Day | None = None
    """The day somebody last read it there, such as 2026-11-22."""


class Change(Part):
    """One change that a reader who knew the document before would notice."""

    on: Day
    """The day of the change, such as 2026-11-28; one entry tells all of a day."""
    text: Line
    """What is different now, in one line for whoever used it before."""

    @property
    def slug(self) -> str:
        return self.on.isoformat()


class Review(Part):
    """A review by a person; written only after it happened."""

    by: str
    """The role or name of the reviewer."""
    on: Day
    """The day of the review, such as 2026-11-22."""
    next: Day
    """The day by which the next review is due."""
