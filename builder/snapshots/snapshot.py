"""An edition in one small file: its addresses, its documents, its outcomes.

It is published with the edition as `edition.json`; the copy that stands in the project lets builds
and checks know what was published, without asking git.
"""

from __future__ import annotations

import json
from typing import Annotated

from pydantic import Field

from builder.model.part import Code, Id
from builder.settings import Tag
from builder.snapshots.record import Kept, Record, Statement
from builder.snapshots.stated import EACH, KindName, PagePath, Words

FILE = "edition.json"
MOST_PAGES = 20_000  # each that is gone becomes a file in every language


class Snapshot(Kept):
    """What an edition was, as far as later ones must know it."""

    edition: Words
    languages: Annotated[tuple[Tag, ...], EACH]
    pages: Annotated[tuple[PagePath, ...], EACH, Field(max_length=MOST_PAGES)]
    """The path of every page below a language’s home; all languages have the same."""
    documents: Annotated[dict[KindName, Annotated[dict[Id, Record], EACH]], EACH]
    """By kind and id."""
    outcomes: Annotated[dict[Code, Statement], EACH]
    """By code."""

    def written(self) -> bytes:
        """The file, a line for each document, so that git shows what a release changed."""
        told = self.model_dump(mode="json", exclude_defaults=True)
        documents, outcomes = told.pop("documents"), told.pop("outcomes")
        kinds = [f"{_json(kind)}: {_rows(documents[kind])}" for kind in sorted(documents)]
        parts = [f"{_json(name)}: {_json(value)}" for name, value in told.items()]
        parts += [f'"outcomes": {_rows(outcomes)}']
        parts += ['"documents": {\n' + ",\n".join(kinds) + "\n}"]
        return ("{" + ",\n".join(parts) + "}\n").encode()

    def addresses(self) -> bytes:
        """What a reader’s device needs to stay on the page when the edition changes."""
        told = {"edition": self.edition, "languages": self.languages, "pages": self.pages}
        return json.dumps(told, separators=(",", ":")).encode()

    @classmethod
    def read(cls, data: bytes) -> Snapshot:
        """The snapshot of a file; raises ValueError where it is none."""
        return cls.model_validate_json(data)


def _rows(rows: dict[str, object]) -> str:
    told = [f"{_json(name)}: {_json(rows[name])}" for name in sorted(rows)]
    return "{\n" + ",\n".join(told) + "\n}" if told else "{}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
