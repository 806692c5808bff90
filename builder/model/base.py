"""What every document has, and how its passages are found and changed."""

from __future__ import annotations

from datetime import date
from functools import cache
from inspect import get_annotations
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, get_args, get_origin

from builder.model.part import Careful, Change, Code, Id, Key, Part, Review, Source, Step
from builder.model.text import Line, Text
from builder.settings import Audience, Excepted
from builder.source import Loc
from builder.validation import Day

__all__ = [
    "Audience",
    "Careful",
    "Change",
    "Code",
    "Dated",
    "Document",
    "Id",
    "Key",
    "Part",
    "Review",
    "Source",
    "Step",
    "place",
    "texts",
    "with_texts",
]

# In a document of which only the head was read: what reads the rest, the ids of its handouts.
REST, HANDOUTS = "_rest", "_handouts"


class Document(Part):
    """One YAML file."""

    kind: ClassVar[str]
    folder: ClassVar[str]
    """Where files of this kind stand, from the root of the project."""
    by_band: ClassVar[bool] = False
    """Whether the files stand in a folder for each grade band."""
    audience: ClassVar[Audience] = "family"
    """The class of content that the translation policies speak of."""
    everywhere: ClassVar[tuple[str, ...]] = ()
    """Addresses whose passages every language gets, also one that need not have the whole."""
    for_staff: ClassVar[tuple[str, ...]] = ()
    """First or last steps of the addresses that only staff read, whoever the document is for."""
    only: ClassVar[str] = ""
    """The id of the one document of this kind, where the site has one page for it."""
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
    retired_because: Line | None = None
    """Why this is retired, for those who come to its address; needed where nothing replaces it."""
    reviewed: Review | None = None
    """The last review by a person; written only after it happened."""
    exceptions: tuple[Excepted, ...] = ()
    """Warnings that may stand, each with a reason and a last day."""

    @property
    def name(self) -> Text:
        """What the document is called in lists and links."""
        title: Text = getattr(self, "title")  # noqa: B009  every kind has one under its own type
        return title

    @classmethod
    def audience_at(cls, address: str) -> Audience:
        """The class of content that the passage of this address belongs to."""
        steps = address.split("/")
        staff = steps[0] in cls.for_staff or steps[-1] in cls.for_staff
        return "staff" if staff else cls.audience

    @property
    def handout_ids(self) -> tuple[str, ...]:
        """The ids of its handouts, for which no word of it needs to be read."""
        told: tuple[str, ...] | None = self.__dict__.get(HANDOUTS)
        return tuple(one.id for one in getattr(self, "handouts", ())) if told is None else told

    def values(self) -> dict[str, Any]:
        self.__dict__.pop(HANDOUTS, None)
        rest = self.__dict__.pop(REST, None)
        if rest:
            self.__dict__.update({**rest(), **self.__dict__})
        return self.__dict__

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """A field that is asked for first: all that was not read yet is read now."""
            if name in type(self).model_fields and REST in self.__dict__:
                return self.values()[name]
            return super().__getattr__(name)


class Dated(Document):
    """A document that tells when it came and what has changed since: feeds and other systems ask.

    The days are content, because a build asks neither the clock nor git.
    """

    added_on: Day
    """The day it came into the curriculum, such as 2026-11-28; never changed."""
    changes: tuple[Change, ...] = ()
    """What has changed since that its readers would notice, the newest first."""

    @property
    def changed_on(self) -> date:
        """The day of its last change, or the day it came."""
        return max([self.added_on, *(one.on for one in self.changes)])


Shape = Literal["words", "part", "list", "map"]


@cache
def _plan(model: type[Part]) -> tuple[tuple[str, str, Shape, bool], ...]:
    """The fields of a model that hold words: its two names, shape, careful or not.

    They come in the order of the model, its own before those that several kinds have.
    """
    found: list[tuple[str, str, Shape, bool]] = []
    own = get_annotations(model)
    for name, field in sorted(model.model_fields.items(), key=lambda one: one[0] not in own):
        careful = any(isinstance(mark, Careful) for mark in field.metadata)
        for shape, inner in _shapes(field.annotation):
            if isinstance(inner, type) and issubclass(inner, Text | Part):
                alone: Shape = "words" if issubclass(inner, Text) else "part"
                found.append((name, _field(name), shape or alone, careful))
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
    _gather(part, at + "/" if at else "", careful, found)
    return found


def _gather(part: Any, prefix: str, careful: bool, found: list[Text]) -> None:
    """The walk of `with_texts` for those who only look: nothing is made anew."""
    values, model = part.values(), part.__class__
    for name, field, shape, mark in _plan(model):
        value, place, told = values[name], prefix + field, careful or mark
        if not value:
            continue
        if shape == "words":
            found.append(_addressed(value, place, told))
        elif shape == "part":
            _gather(value, place + "/", told, found)
        elif shape == "list":
            for item in value:
                _gather(item, f"{place}/{item.slug}/", told, found)
        else:
            found += [_addressed(one, f"{place}/{key}", told) for key, one in value.items()]


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
            given = value if isinstance(value, dict) else value.values()
            fields = {_field(name): inner for name, inner in given.items()}
            value = fields[step]
    return tuple(found)


def with_texts(part: Any, change: Any, at: str = "", careful: bool = False) -> Any:
    """The same part with every passage addressed and passed through `change`."""
    values = dict(part.values())
    prefix = at + "/" if at else ""
    model: Any = type(part)
    for name, field, shape, mark in _plan(model):
        value, place = values[name], prefix + field
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
    state, english = passage.state, passage.english
    return type(passage)(passage.words, address, passage.language, state, careful, english)


def _copy(part: Any, values: dict[str, Any]) -> Any:
    """A frozen copy without validating again: the values were valid a moment ago."""
    copy = part.__class__.__new__(part.__class__)
    object.__setattr__(copy, "__dict__", values)
    object.__setattr__(copy, "__pydantic_fields_set__", part.__pydantic_fields_set__)
    object.__setattr__(copy, "__pydantic_extra__", None)
    object.__setattr__(copy, "__pydantic_private__", None)
    return copy
