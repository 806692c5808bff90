"""A document beside the file it came from, and an outcome where it stands in its strand."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.base import Document
from builder.model.progression import Outcome, Strand
from builder.source import Loc, Source


@dataclass(frozen=True)
class Loaded:
    """A document and where it came from."""

    document: Document
    source: Source

    @property
    def path(self) -> str:
        return self.source.path


@dataclass(frozen=True, slots=True)
class Placed:
    """An outcome where it stands: in its strand, as one item of the list."""

    outcome: Outcome
    strand: Strand
    number: int

    @property
    def at(self) -> Loc:
        """Where the outcome begins in the strand's file."""
        return ("outcomes", self.number)

    @property
    def in_use(self) -> bool:
        """Whether lessons may teach it: neither it nor its strand is retired."""
        return "retired" not in (self.outcome.status, self.strand.status)
