"""What rules found in each document and PO file, remembered as long as nothing they saw changes.

A rule that judges one document sees it and its frame: code, settings and registers. The key of what
it found is the digest of those.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from builder import files
from builder.digests import Digests, digest
from builder.finding import Finding, Severity
from builder.model.curriculum import Curriculum
from builder.rules import REGISTERS, Judgement

MEMORY = ".cache/findings.json"


class Judged:
    """The findings of each file, by the day they were asked for; a day is empty where none was.

    What only the rules of one severity found is remembered apart.
    """

    def __init__(
        self,
        root: Path,
        curriculum: Curriculum,
        digests: Digests,
        severity: Severity | None = None,
    ) -> None:
        self.memory, self.curriculum, self.digests = root / MEMORY, curriculum, digests
        self.severity = severity
        self._before: dict[str, Any] = json.loads(files.read_sealed(self.memory) or b"{}")
        self._now: dict[str, Any] = {}

    def known(self, path: str, document: str, day: str) -> Judgement | None:
        """What was found in the file at `path`, which belongs to the document's file."""
        key = self._key(path, document)
        # What all rules found also tells what those of one severity did.
        for name in (f"{day} {path}", self._name(path, day)):
            told = self._before.get(name)
            if told and told[0] == key:
                self._now[name] = told
                return list(self._findings(path, told[1])), told[2], told[3]
        return None

    def _findings(self, path: str, told: list[Any]) -> Iterator[Finding]:
        for line, column, rule, message, hint, severity in told:
            if self.severity in (None, severity):
                yield Finding(path, line, column, rule, message, hint, Severity(severity))

    def _name(self, path: str, day: str) -> str:
        return f"{day}{self.severity.value if self.severity else ''} {path}"

    def keep(self, path: str, document: str, day: str, judged: Judgement) -> None:
        """Remember what was found."""
        found, missing, notes = judged
        told = [
            (one.line, one.column, one.rule, one.message, one.hint, one.severity) for one in found
        ]
        self._now[self._name(path, day)] = [self._key(path, document), told, missing, notes]

    def save(self) -> None:
        """Keep on disk what is known, and of other days what still holds."""
        asked = {name.partition(" ")[0] for name in self._now}
        others = {
            name: told for name, told in self._before.items() if name.partition(" ")[0] not in asked
        }
        data = {**others, **self._now}
        if data != self._before:
            files.write_sealed(self.memory, json.dumps(data, ensure_ascii=False).encode())

    def _key(self, path: str, document: str) -> str:
        own = self.digests.file(path)
        return digest(self._frame, own, b"" if path == document else self.digests.file(document))

    @cached_property
    def _frame(self) -> str:
        return digest(*self._around())

    def _around(self) -> Iterator[str | bytes]:
        yield self.digests.code
        yield self.digests.settings.model_dump_json()
        for entry in self.curriculum.loaded:
            if isinstance(entry.document, REGISTERS):
                yield entry.path
                yield self.digests.file(entry.path)
