"""The whole curriculum as one JSON file: all of it in English, and what stands in each language.

The one idea: a document is a line. So a line changes where its document has, and a build puts all
other lines back as they were.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from builder.data.file import DataFile, Piece, row, written
from builder.data.published import TRANSLATION, VERSION, WHOLE, answers, schemas
from builder.identity import identifier
from builder.model.base import Document, texts
from builder.model.curriculum import Curriculum
from builder.model.family import Home
from builder.model.head import has_words
from builder.model.kinds import KINDS
from builder.model.part import Part
from builder.model.progression import GraduateProfile
from builder.model.register import Principles, Term
from builder.model.text import Text, Words
from builder.pages import View
from builder.pages.page import addresses
from builder.validation import Strict
from builder.web import Web

PATH = "curriculum.json"
Places = Mapping[tuple[str, str], str]
# The pages of documents of which there is one, or which share a page.
_SHARED = (
    (Home, ""),
    (GraduateProfile, "graduate-profile/"),
    (Principles, "principles/"),
    (Term, "glossary/#{id}"),
)


def files(curriculum: Curriculum, languages: tuple[str, ...]) -> Iterator[DataFile]:
    """The file of each language, English with everything first, and their schemas."""
    own = places(curriculum)
    for language in languages:
        kinds = [one for one in KINDS if language == "en" or has_words(one)]
        make = _document if language == "en" else _translated
        rows = tuple(
            Piece(f"{kind.kind} {id}", partial(make, kind, id, own))
            for kind in sorted(kinds, key=lambda one: one.kind)
            for id in sorted(curriculum.all(kind))
        )
        beginning = Piece("beginning", partial(_beginning, languages))
        yield DataFile(language, PATH, beginning, rows, b"\n]}\n")
    for place in (WHOLE, TRANSLATION):
        yield DataFile("en", place, Piece("schema", partial(_schema, place)))


def places(curriculum: Curriculum) -> Places:
    """The path of each document's page, by kind and id; its shortest where it has several."""
    found = {
        (one.page_type.of.kind, one.id): one.path
        for one in sorted(addresses(curriculum), key=lambda one: -len(one.path))
        if one.page_type.of
    }
    for kind, path in _SHARED:
        found |= {(kind.kind, id): path.replace("{id}", id) for id in curriculum.all(kind)}
    return found


def _beginning(languages: tuple[str, ...], view: View, web: Web) -> str:
    """What a file says of itself, up to its first document."""
    settings, language = view.settings, view.reader.language
    english = language == "en"
    told: dict[str, Any] = {
        "$schema": web.address(WHOLE if english else TRANSLATION),
        "version": VERSION,
        "title": view.words(settings.site_name).unescape(),
        "publisher": settings.district.name,
        "edition": settings.edition,
        "language": language,
        "license": "CC-BY-4.0",
        "url": web.address("", language),
    }
    if english:
        told["translations"] = {one: web.address(PATH, one) for one in languages if one != "en"}
        told["answers"] = answers()
    else:
        told["english"] = web.address(PATH)
    return written({**told, "documents": []}).removesuffix("]\n}\n") + "\n"


def _document(kind: type[Document], id: str, own: Places, view: View, web: Web) -> str:
    document = view.document(kind, id)
    return row({**_named(document, own, view, web), "content": plain(document)})


def _translated(kind: type[Document], id: str, own: Places, view: View, web: Web) -> str:
    """What of the document stands in the language of the view."""
    document = view.document(kind, id)
    passages = {
        one.address: {"text": one.words, "state": one.state.value}
        for one in texts(document)
        if one.language == view.reader.language
    }
    if not passages:
        return ""
    return row({**_named(document, own, view, web), "passages": passages})


def _named(document: Document, own: Places, view: View, web: Web) -> dict[str, str]:
    """The names of a document, and its address if it has a page."""
    language, path = view.reader.language, own.get((document.kind, document.id))
    return {
        "kind": document.kind,
        "id": document.id,
        "uuid": identifier(language, document.kind, document.id),
        **({} if path is None else {"url": web.address(path, language)}),
    }


def plain(value: Any) -> Any:
    """A document as its YAML file has it: what may be left out and is not given is left out."""
    if isinstance(value, Words):
        return list(value.each)
    if isinstance(value, Text):
        return value.words
    if isinstance(value, Strict):
        return dict(_fields(value))
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _fields(part: Strict) -> Iterator[tuple[str, Any]]:
    """In the order of the model: of a document whose head was read first, values come otherwise."""
    values = part.values() if isinstance(part, Part) else part.__dict__
    for name, field in type(part).model_fields.items():
        if field.is_required() or (values[name] is not None and values[name] not in ((), {})):
            yield name.rstrip("_"), plain(values[name])


def _schema(place: str, view: View, web: Web) -> str:
    return written(schemas()[place])
