"""Words that go to translators, each knowing its address, its language and its state."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Self

from markupsafe import Markup
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from builder import text
from builder.validation import MOST_BRACKETS, MOST_LETTERS

# The commas of all scripts; a full stop or a hyphen may be part of a word.
_COMMA = re.compile("[,،、，;；]")


class State(StrEnum):
    """How far a passage has come on its way into a language."""

    SOURCE = "source"
    MISSING = "missing"
    STALE = "stale"
    DRAFT = "draft"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Text:
    """A passage: its words, the language they are in, its address in the document.

    `careful` passages (safety, privacy, integrity, policy) are never shown when stale; `english`
    keeps the source words beside a translation.
    """

    words: str
    address: str = ""
    language: str = "en"
    state: State = State.SOURCE
    careful: bool = False
    english: str = ""

    form: ClassVar[str] = "title"
    render: ClassVar[Callable[[str], Markup]] = staticmethod(text.plain)
    read: ClassVar[Callable[[str], str]] = staticmethod(str)

    def __str__(self) -> str:
        return self.words

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        """For processes that hand passages on: much quicker than by the names of the fields."""
        told = (self.words, self.address, self.language, self.state, self.careful, self.english)
        return type(self), told

    @property
    def html(self) -> Markup:
        """The words as safe HTML, without an element of their own."""
        return type(self).render(self.words)

    @property
    def shown(self) -> str:
        """The letters a reader sees, on one line."""
        return type(self).read(self.words)

    @classmethod
    def of(cls, words: str) -> Self:
        """The passage as written, before it has an address, free of the wrapping of its source."""
        return cls(text.unwrapped(words) if cls.form == "prose" else text.joined(words))

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        words = core_schema.str_schema(min_length=1, strip_whitespace=True)
        return core_schema.no_info_after_validator_function(cls._written, words)

    @classmethod
    def _written(cls, words: str) -> Self:
        if words.count("[") > MOST_BRACKETS:
            raise ValueError(f"has more than {MOST_BRACKETS} brackets “[”: keep those of links")
        return cls.of(words)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "minLength": 1, "maxLength": MOST_LETTERS, "x-form": cls.form}


@dataclass(frozen=True, slots=True)
class Title(Text):
    """Plain words on one line; nothing in them is markup."""


@dataclass(frozen=True, slots=True)
class Words(Text):
    """Words that people type into a search, shown on no page; a list in YAML, commas between them.

    A translator writes those of their own language, as many as it has.
    """

    form: ClassVar[str] = "words"

    @property
    def each(self) -> tuple[str, ...]:
        """The words and phrases one by one, in the reader's language first, then in English."""
        found = (one.strip() for one in _COMMA.split(f"{self.words},{self.english}"))
        return tuple(dict.fromkeys(one for one in found if one))

    @classmethod
    def listed(cls, given: tuple[str, ...]) -> Self:
        """The passage of a list as it stands in YAML."""
        if any(_COMMA.search(one) for one in given):
            raise ValueError("needs words without commas: write each on its own")
        joined = ", ".join(given)
        if len(joined) > MOST_LETTERS:
            raise ValueError(f"is longer than {MOST_LETTERS} characters: take words out")
        return cls.of(joined)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        word = core_schema.str_schema(min_length=1, strip_whitespace=True)
        given = core_schema.tuple_variable_schema(word, min_length=1)
        return core_schema.no_info_after_validator_function(cls.listed, given)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        word = {"type": "string", "minLength": 1, "maxLength": MOST_LETTERS}
        return {"type": "array", "items": word, "minItems": 1, "x-form": cls.form}


@dataclass(frozen=True, slots=True)
class Line(Text):
    """One paragraph; emphasis, code and links in Markdown."""

    form: ClassVar[str] = "line"
    render: ClassVar[Callable[[str], Markup]] = staticmethod(text.line)
    read: ClassVar[Callable[[str], str]] = staticmethod(text.shown_line)


@dataclass(frozen=True, slots=True)
class Prose(Text):
    """Paragraphs, lists and quotes in Markdown."""

    form: ClassVar[str] = "prose"
    render: ClassVar[Callable[[str], Markup]] = staticmethod(text.prose)
    read: ClassVar[Callable[[str], str]] = staticmethod(text.shown)
