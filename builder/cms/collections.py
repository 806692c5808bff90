"""One collection of the editor for each kind of document, or for each of its folders by band.

Nothing can be deleted there: an id is an address for ever, so documents are retired instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from builder.cms.choices import Choices
from builder.cms.fields import Widget, label, widgets
from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.model.grades import BANDS
from builder.model.kinds import KINDS
from builder.modelines import modeline

Collection = dict[str, Any]
"""One collection as Decap’s configuration has it."""

FORMAT = "curriculum"
"""The name under which `admin/editor.js` registers how files are read and written."""
ORIGIN = "_origin"
"""The field that carries a file’s own text through the editor; it is never saved."""


def collections(curriculum: Curriculum) -> list[Collection]:
    """Every collection, in the order of the kinds."""
    choices = Choices(curriculum)
    return [one for kind in KINDS for one in _of_kind(kind, choices, curriculum)]


def _of_kind(
    kind: type[Document], choices: Choices, curriculum: Curriculum
) -> Iterator[Collection]:
    fields = widgets(kind, choices)
    for band in BANDS if kind.by_band else ("",):
        folder = f"{kind.folder}/{band}".rstrip("/")
        yield {
            "name": f"{kind.kind}-{band}".rstrip("-"),
            "label": f"{label(kind.kind)} {band}".rstrip(),
            "label_singular": kind.kind,
            "description": " ".join((kind.__doc__ or "").split()),
            "folder": folder,
            "create": not kind.only or kind.only not in curriculum.all(kind),
            "delete": False,
            "extension": "yml",
            "format": FORMAT,
            "identifier_field": "id",
            "slug": "{{fields.id}}",
            "summary": _summary(kind),
            "fields": [*fields, _origin(f"{folder}/new.yml", kind.kind)],
        }


def _summary(kind: type[Document]) -> str:
    """How the list names a document: its name and its id."""
    name = next((one for one in ("title", "term", "name_") if one in kind.model_fields), "")
    return f"{{{{{name.rstrip('_')}}}}} ({{{{id}}}})" if name else "{{id}}"


def _origin(path: str, schema: str) -> Widget:
    """What a new file begins with: the line that tells an editor of YAML its schema."""
    return {"name": ORIGIN, "widget": "hidden", "default": modeline(path, schema)}
