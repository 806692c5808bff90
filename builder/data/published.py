"""The form of the open JSON, which other programs rely on: its models and its JSON Schema.

The one idea: a document has the form of its YAML file, made from the same model. Round it stands
what a reader elsewhere needs: its names and its address.

Within a version fields are only added. One that goes, or means something else, raises VERSION: the
first number is part of the schema's name, and of each file's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, reduce
from operator import or_
from typing import Annotated, Any, Literal, cast, get_origin

from pydantic import Field, create_model

from builder import schema
from builder.model.base import Document, Key, Part
from builder.model.kinds import KINDS
from builder.validation import Strict, part_in

VERSION = "1.0"
_MAJOR = VERSION.partition(".")[0]
WHOLE, TRANSLATION = f"schema/curriculum-{_MAJOR}.json", f"schema/translation-{_MAJOR}.json"


class Published(Strict):
    """What every file says of itself first."""

    schema_: Annotated[str, Field(alias="$schema")]
    """The address of the JSON Schema that the file keeps to."""
    version: Annotated[str, Field(pattern=rf"^{_MAJOR}\.[0-9]+$")]
    """The version of the form; within 1 fields are only added."""
    title: str
    """What the curriculum is called, in the language of the file."""
    publisher: str
    """The district that publishes it."""
    edition: str
    """The school year, such as 2026-27."""
    language: str
    """The language of the file, as a BCP 47 tag."""
    license: Literal["CC-BY-4.0"]
    """The licence of all words in it."""
    url: str
    """The address of the home page in this language."""


class Passage(Strict):
    """A passage as it stands in the language."""

    text: str
    """Its words: plain, or Markdown where the English is."""
    state: Literal["draft", "reviewed", "stale"]
    """How far it has come: draft (by a machine), reviewed (by a person), stale (its English has
    changed since).
    """


class Translated(Strict):
    """What of a document stands in the language."""

    kind: str
    """The kind of document."""
    id: str
    """Its permanent id."""
    uuid: str
    """Its name in this language for other systems; it never changes."""
    url: str | None = None
    """The address of its page in this language, if it has one."""
    passages: dict[str, Passage]
    """Each passage that stands in the language, by its address in the English document: the names
    of the fields, and in lists the id, code, level or day of the item.
    """


class Translation(Published):
    """The translations of a language; what is not here is read from the English file."""

    english: str
    """The address of the English file, which has everything."""
    documents: tuple[Translated, ...]
    """The documents of which something stands in the language."""


@cache
def whole() -> type[Published]:
    """The model of the English file; made when asked for, because it joins the models of all."""
    union: Any = reduce(or_, cast(Any, [_entry(kind) for kind in KINDS]))
    listed, marked = cast(Any, tuple), cast(Any, Annotated)
    fields: dict[str, Any] = {
        "translations": (dict[str, str], Field(description="The address of each translation.")),
        "answers": (
            tuple[str, ...],
            Field(description="Where answers stand: keep them from students. `*` is any item."),
        ),
        "documents": (
            listed[marked[union, Field(discriminator="kind")], ...],
            Field(description="Every document, by kind and id."),
        ),
    }
    told = "The whole curriculum in English, the source of all translations."
    return create_model("Curriculum", __base__=Published, __doc__=told, **fields)


def _entry(kind: type[Document]) -> type[Strict]:
    told = " ".join((kind.__doc__ or "").split())
    fields: dict[str, Any] = {
        "kind": (cast(Any, Literal)[kind.kind], Field(description=f"Always {kind.kind}.")),
        "id": (str, Field(description="Its permanent id, as in its content.")),
        "uuid": (str, Field(description="Its name for other systems; it never changes.")),
        "url": (str | None, Field(None, description="The address of its page, if it has one.")),
        "content": (kind, Field(description="The document in the form of its YAML file.")),
    }
    name = f"Published{kind.__name__}"
    return create_model(name, __base__=Strict, __doc__=f"In its frame: {told}", **fields)


@cache
def schemas() -> Mapping[str, Any]:
    """The JSON Schema of both files, by the place where it is published.

    They allow what they do not name: a file may have fields that came later in the same version.
    """
    return {
        place: _open(schema.of(model))
        for place, model in ((WHOLE, whole()), (TRANSLATION, Translation))
    }


def _open(part: Any) -> Any:
    if isinstance(part, list):
        return [_open(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {
        name: _open(one)
        for name, one in part.items()
        if (name, one) != ("additionalProperties", False)
    }


@cache
def answers() -> tuple[str, ...]:
    """Where answers stand in the English file: `lesson/handouts/*/key`."""
    return tuple(found for kind in KINDS for found in _keys(kind, kind.kind))


def _keys(model: type[Part], at: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        place = f"{at}/{name.rstrip('_')}"
        if any(isinstance(mark, Key) for mark in field.metadata):
            yield place
        inner = part_in(field.annotation)
        if inner is not None and issubclass(inner, Part):
            listed = get_origin(field.annotation) is tuple
            yield from _keys(inner, f"{place}/*" if listed else place)
