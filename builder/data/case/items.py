"""What an item of the progression is: a strand or an outcome, with its name and place for ever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from builder.data.case.definitions import Json
from builder.identity import identifier
from builder.matrix import Covered, Matrix
from builder.model.grades import Band, anchor
from builder.model.progression import Strand
from builder.model.text import Text
from builder.web import Web


@dataclass(frozen=True, slots=True)
class Item:
    """A strand, or an outcome in its strand."""

    strand: Strand
    bands: tuple[Band, ...]
    covered: Covered[Any] | None = None

    @property
    def kind(self) -> str:
        """The kind of item."""
        return "outcome" if self.covered else "strand"

    @property
    def code(self) -> str:
        """What people call it."""
        return self.covered.outcome.code if self.covered else self.strand.code

    @property
    def words(self) -> Text:
        """Its statement: a strand has only its title."""
        return self.covered.outcome.text if self.covered else self.strand.title

    def id(self, language: str) -> str:
        """Its identifier in a language."""
        name = self.code if self.covered else self.strand.id
        return identifier(language, self.kind, name)

    def place(self, web: Web, language: str) -> str:
        """The address at which people read it."""
        at = f"#{anchor(self.code)}" if self.covered else ""
        return web.address(f"strands/{self.strand.id}/{at}", language)

    def node(self, web: Web, language: str) -> Json:
        """It as an end of an association."""
        return {
            "title": self.code,
            "identifier": self.id(language),
            "uri": self.place(web, language),
            "targetType": "CASE",
        }


def items(matrix: Matrix[Any]) -> Iterator[Item]:
    """Every item, each strand before its outcomes."""
    for row in matrix.rows:
        yield Item(row.strand, matrix.bands)
        for one in row.outcomes:
            yield Item(one.strand, (one.band,), one)
