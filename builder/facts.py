"""What is known of a document in a language without reading its translation again.

Lists, the language menu and the translation status need a few facts of every document in every
language. They are computed once for each state of the two files and remembered on disk.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder import files, translations
from builder.digests import digest
from builder.model.base import Document, texts
from builder.pages.view import Card
from builder.settings import Language
from builder.snapshots import Record, record

MEMORY = ".cache/facts.json"


@dataclass(frozen=True, slots=True)
class Facts:
    """The digest of the card, passages by class and state as the policy asks for them, the share
    shown; of the English what an edition remembers."""

    card: str
    counts: dict[str, translations.Counts]
    share: float
    record: Record | None = None

    @property
    def complete(self) -> bool:
        """Whether all that the policy asks for is translated and nothing of it stale."""
        told = self.counts.values()
        wanted = any(one["total"] for one in told)
        return wanted and not any(one["missing"] or one["stale"] for one in told)


class Known:
    """The facts of this state of the project; those not remembered are computed when asked for."""

    def __init__(self, root: Path, translated: Callable[[str, Document], Document]) -> None:
        self.memory, self.translated = root / MEMORY, translated
        self._before: dict[str, Any] = json.loads(files.read_sealed(self.memory) or "{}")
        self._now: dict[str, Any] = {}

    def has(self, key: str) -> bool:
        """Whether the facts under this key are remembered: its files were read without fault."""
        return key in self._before

    def of(self, key: str, language: Language, document: Document) -> Facts:
        """The facts under this key, computed from the document where they are not remembered."""
        if key not in self._now:
            told = self._before.get(key)
            self._now[key] = told or _computed(self.translated(language.id, document), language)
        card, counts, share, kept = self._now[key]
        return Facts(card, counts, share, Record(**kept) if kept else None)

    def interface(self, key: str, count: Callable[[], dict[str, int]]) -> dict[str, int]:
        """The counts of the interface words under this key; `count` makes them once."""
        if key not in self._now:
            self._now[key] = self._before.get(key) or count()
        found: dict[str, int] = self._now[key]
        return found

    def written(self, key: str) -> dict[str, str]:
        """What the language under this key writes in its own way; a reader adds what is wanting."""
        found: dict[str, str] = self._now.setdefault(key, dict(self._before.get(key, {})))
        return found

    def save(self) -> None:
        """Remember what was used, for the next build."""
        files.write_sealed(self.memory, json.dumps(self._now, sort_keys=True).encode())


def _computed(
    document: Document, language: Language
) -> tuple[str, dict[str, translations.Counts], float, dict[str, Any] | None]:
    passages = texts(document, careful=document.careful)
    shown = sum(one.language == language.id for one in passages)
    card = digest(*map(repr, Card(document).facts()))
    share = shown / max(1, len(passages))
    if language.id == "en":
        return card, {}, share, record(document).model_dump(mode="json")
    return card, translations.counts(document, language), share, None
