"""This state of the curriculum as an edition: what is to be remembered of it, what is new in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from builder.facts import Facts
from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.model.progression import Strand
from builder.settings import Settings
from builder.snapshots import Change, Record, Snapshot, compared, kept, statements


@dataclass(frozen=True)
class Edition:
    """The curriculum beside the editions that the project remembers."""

    root: Path
    settings: Settings
    curriculum: Curriculum
    pages: tuple[str, ...]
    """The path of every page below a language’s home."""
    homes: Mapping[tuple[str, str], str]
    """The path of the page that shows each document, by kind and id."""
    facts: Callable[[str, Document], Facts]

    @cached_property
    def before(self) -> tuple[Snapshot, ...]:
        """What the project keeps of the editions that were published, from the oldest on."""
        return kept(self.root)[0]

    @cached_property
    def snapshot(self) -> Snapshot:
        """What is to be remembered of this state."""
        documents: dict[str, dict[str, Record]] = {}
        for entry in self.curriculum.loaded:
            of_kind = documents.setdefault(entry.document.kind, {})
            of_kind.setdefault(entry.document.id, self._record(entry.document))
        outcomes = [statements(one) for one in self.curriculum.all(Strand).values()]
        return Snapshot(
            edition=self.settings.edition,
            languages=tuple(one.id for one in self.settings.languages),
            pages=self.pages,
            documents=documents,
            outcomes={code: one for of_strand in outcomes for code, one in of_strand.items()},
        )

    def _record(self, document: Document) -> Record:
        record = self.facts("en", document).record
        assert record, "the facts of the English have one"
        others = [one.id for one in self.settings.languages if one.id != "en"]
        there = tuple(one for one in others if self.facts(one, document).complete)
        home = self.homes.get((document.kind, document.id))
        return record.model_copy(update={"languages": there, "path": home})

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What changed since the last edition that was published; nothing where none was."""
        return compared(self.before[-1], self.snapshot) if self.before else ()

    @property
    def since(self) -> str | None:
        """The edition that it is compared with, None where none was published."""
        return self.before[-1].edition if self.before else None
