"""What every document is made of: parts with ids, words for translators, a status."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, get_args, get_origin

from pydantic import AfterValidator, Field

from builder.model.text import Line, Text
from builder.source import Loc
from builder.validation import Day, Strict

__all__ = [
    "Careful",
    "Code",
    "Document",
    "Id",
    "Part",
    "Review",
    "Source",
    "Step",
    "place",
    "texts",
    "with_texts",
]

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Code = Annotated[str, Field(pattern=r"^(TK-2|3-5|6-8|9-12)\.[A-Z]{3}\.[1-9][0-9]?$")]


@dataclass(frozen=True)
class Careful:
    """Marks a field whose translation is never shown once its English has changed."""


class Part(Strict):
    """A piece of a document with words of its own; its slug keeps its address when it moves."""

    @property
    def slug(self) -> str:
        """What names this part in the address of its words."""
        return str(getattr(self, "id", ""))


class Step(Part):
    """One line of words that may move within its list."""

    id: Id
    """Names this item; never changed, so that its translation stays with it. Small letters, words
    joined by hyphens.
    """
    text: Line
    """One line of words for the page."""


def _web_address(url: str) -> str:
    if not url.startswith("https://"):
        raise ValueError("needs an address that begins with https://")
    return url


class Source(Part):
    """Where a fact comes from."""

    id: Id
    """Names this source within the document. Small letters, words joined by hyphens."""
    text: Line
    """Author, title and year, as a reader would look for it."""
    url: Annotated[str, AfterValidator(_web_address)] | None = None
    """Its address on the web, if it has one. It begins with https://."""
    checked_on: Day | None = None
    """The day somebody last read it there, such as 2026-11-22."""


class Review(Part):
    """A review by a person; written only after it happened."""

    by: str
    """The role or name of the reviewer."""
    on: Day
    """The day of the review, such as 2026-11-22."""
    next: Day
    """The day by which the next review is due."""


class Document(Part):
    """One YAML file."""

    kind: ClassVar[str]
    folder: ClassVar[str]
    """Where files of this kind stand, from the root of the project."""
    by_band: ClassVar[bool] = False
    """Whether the files stand in a folder for each grade band."""
    audience: ClassVar[Literal["family", "lesson", "staff"]] = "family"
    """The class of content that the translation policies speak of."""
    everywhere: ClassVar[tuple[str, ...]] = ()
    """Addresses whose passages every language gets, also one that need not have the whole."""
    careful: ClassVar[bool] = False
    """Whether every passage of this kind is one that must not be shown stale."""

    id: Id
    """The document’s name for ever: equal to the file’s name, part of its address. Small letters,
    words joined by hyphens.
    """
    license: Literal["CC-BY-4.0"] = "CC-BY-4.0"
    """The licence of the words; always CC-BY-4.0."""
    status: Literal["draft", "pilot", "adopted", "retired"] = "draft"
    """How far the document has come: draft, pilot (tried in classes), adopted (decided by the
    district) or retired.
    """
    replaced_by: Id | None = None
    """The id of what to use instead, once this is retired."""
    reviewed: Review | None = None
    """The last review by a person; written only after it happened."""

    @property
    def name(self) -> Text:
        """What the document is called in lists and links."""
        title: Text = getattr(self, "title")  # noqa: B009  every kind has one under its own type
        return title


Shape = Literal["words", "part", "list", "map"]


@cache
def _plan(model: type[Part]) -> tuple[tuple[str, Shape, bool], ...]:
    """The fields of a model that hold words, in order: name, shape, whether they are careful."""
    found: list[tuple[str, Shape, bool]] = []
    for name, field in model.model_fields.items():
        careful = any(isinstance(mark, Careful) for mark in field.metadata)
        for shape, inner in _shapes(field.annotation):
            if isinstance(inner, type) and issubclass(inner, Text | Part):
                alone: Shape = "words" if issubclass(inner, Text) else "part"
                found.append((name, shape or alone, careful))
    return tuple(found)


def _shapes(annotation: Any) -> list[tuple[Shape | None, Any]]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shapes(arguments[0])
    if origin is tuple:
        return [("list", arguments[0])]
    if origin is dict:
        return [("map", arguments[1])]
    if arguments:
        return [shape for argument in arguments for shape in _shapes(argument)]
    return [(None, annotation)]


def texts(part: Part, at: str = "", careful: bool = False) -> list[Text]:
    """Every passage in the order of the model, each with its address."""
    found: list[Text] = []

    def keep(passage: Text) -> Text:
        found.append(passage)
        return passage

    with_texts(part, keep, at, careful)
    return found


def place(part: Part, address: str) -> Loc:
    """Where the passage of this address stands in the YAML file."""
    found: list[str | int] = []
    value: Any = part
    for step in address.split("/"):
        if isinstance(value, tuple):
            number = next(number for number, item in enumerate(value) if item.slug == step)
            found.append(number)
            value = value[number]
        else:
            found.append(step)
            fields = value if isinstance(value, dict) else {_field(n): v for n, v in value}
            value = fields[step]
    return tuple(found)


def with_texts(part: Any, change: Any, at: str = "", careful: bool = False) -> Any:
    """The same part with every passage addressed and passed through `change`."""
    values = dict(part.__dict__)
    prefix = at + "/" if at else ""
    model: Any = type(part)
    for name, shape, mark in _plan(model):
        value, place = values[name], prefix + _field(name)
        if not value:
            continue
        if shape == "words":
            values[name] = change(_addressed(value, place, careful or mark))
        elif shape == "part":
            values[name] = with_texts(value, change, place, careful or mark)
        elif shape == "list":
            values[name] = tuple(
                with_texts(item, change, f"{place}/{item.slug}", careful or mark) for item in value
            )
        else:
            values[name] = {
                key: change(_addressed(passage, f"{place}/{key}", careful or mark))
                for key, passage in value.items()
            }
    return _copy(part, values)


def _field(name: str) -> str:
    """The field as written in YAML: `from_` is `from`, a word Python keeps for itself."""
    return name.rstrip("_")


def _addressed(passage: Text, address: str, careful: bool) -> Text:
    if passage.address == address and passage.careful == careful:
        return passage
    return replace(passage, address=address, careful=careful)


def _copy(part: Any, values: dict[str, Any]) -> Any:
    """A frozen copy without validating again: the values were valid a moment ago."""
    copy = part.__class__.__new__(part.__class__)
    object.__setattr__(copy, "__dict__", values)
    object.__setattr__(copy, "__pydantic_fields_set__", part.__pydantic_fields_set__)
    object.__setattr__(copy, "__pydantic_extra__", None)
    object.__setattr__(copy, "__pydantic_private__", None)
    return copy
