"""YAML files that need not be parsed again: their trees, kept under the digest of their bytes.

Positions are only needed where something is wrong, so they are kept as text until then. The
memory is JSON under a seal: nothing in it can run.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from builder import files, refusals, source
from builder.source import Loc, Position, Source

MEMORY = ".cache/sources.json"


@dataclass(frozen=True)
class Remembered(Source):
    """A Source from the memory, whose positions are still text."""

    told: str = ""

    @cached_property
    def _whole(self) -> Source:
        keys, values = (
            {tuple(loc): Position(line, column) for loc, line, column in places}
            for places in json.loads(self.told)
        )
        return Source(self.path, self.tree, keys, values)

    def places(self) -> tuple[dict[Loc, Position], dict[Loc, Position]]:
        return self._whole.places()

    def position(self, loc: Loc, *, of_key: bool = False) -> Position:
        return self._whole.position(loc, of_key=of_key)


class Sources:
    """Reads YAML files, the unchanged ones from memory."""

    def __init__(self, root: Path) -> None:
        self.memory = root / MEMORY
        before = json.loads(files.read_sealed(self.memory) or "{}")
        self._before: dict[str, Any] = before if before.pop("", None) == _version() else {}
        self._now: dict[str, Any] = {}

    def read(self, file: Path, path: str) -> Source:
        """The file as a Source that calls itself `path`."""
        if file.stat().st_size > source.MOST_BYTES:
            return source.read(file, path)
        data = file.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        known = self._before.get(path)
        if known and known[0] == digest:
            self._now[path] = known
            return Remembered(path, known[1], told=known[2])
        read = source.parse(data, path)
        if not read.findings:
            self._now[path] = [digest, read.tree, _told(read)]
        return read

    def save(self) -> None:
        """Remember what was read, for the next build."""
        data = json.dumps({"": _version(), **self._now}, ensure_ascii=False)
        files.write_sealed(self.memory, data.encode())


@cache
def _version() -> str:
    """What a tree depends on besides the file: how it is read."""
    code = [Path(one.__file__ or "").read_bytes() for one in (source, refusals)]
    return hashlib.sha256(b"".join([yaml.__version__.encode(), *code])).hexdigest()


def _told(read: Source) -> str:
    """The positions as text."""
    places = [
        [[loc, place.line, place.column] for loc, place in one.items()]
        for one in (read.keys, read.values)
    ]
    return json.dumps(places, ensure_ascii=False)
