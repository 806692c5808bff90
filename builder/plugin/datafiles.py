"""Writes the data files beside the pages; a piece is made again where what it read has changed.

What nothing has changed is linked from the last site, and a large file is put together from its old
pieces and the new ones.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from builder import files
from builder.data import BETWEEN, DataFile, Piece, every
from builder.plugin import made
from builder.plugin.reads import Reads
from builder.site import Site
from builder.web import Web

INDEX = ".cache/data.json"


class Record(NamedTuple):
    """What is remembered of a piece: its name, what it read, how many bytes it has."""

    name: str
    reads: list[str]
    size: int


class DataFiles:
    """Remembers the stamp of each file and its pieces; `last` is the last good site, if it stands.

    Without `last` the files are written over those of the site itself.
    """

    def __init__(self, site: Site, site_dir: Path, last: Path | None = None) -> None:
        self.site, self.site_dir, self.last = site, site_dir, last
        self.index = site.root / INDEX
        told = made.read(self.index, site.digests.code)
        self.reads = Reads(site.digests, told.get("read", {}))
        self.before: dict[str, Any] = told.get("files", {})
        self.now: dict[str, Any] = {}

    def write(self, site_url: str) -> None:
        """Every file, in its place in the site; none that is no longer wanted."""
        for one in every(self.site.curriculum, self.site.settings):
            self._write(one, Web(site_url))
        for place in self.before.keys() - self.now.keys():
            (self.site_dir / place).unlink(missing_ok=True)

    def save(self) -> None:
        """Write the memory, once the site it speaks of stands in its place."""
        read = (
            (told["language"], Record(*piece).reads)
            for told in self.now.values()
            for piece in told["pieces"]
        )
        told = {
            "code": self.site.digests.code,
            "read": self.reads.now(read),
            "files": self.now,
        }
        files.write_sealed(self.index, json.dumps(told, ensure_ascii=False).encode())

    def _write(self, one: DataFile, web: Web) -> None:
        here, old = self.site_dir / one.place, (self.last or self.site_dir) / one.place
        told = self.before.get(one.place, {})
        if told.get("stamp") != made.stamp(old):
            told = {}  # it is gone, or somebody has written to it
        records = [Record(*each) for each in told.get("pieces", ())]
        pieces = (one.beginning, *one.rows)
        if records and self._stands(one.language, pieces, records):
            self.now[one.place] = told
            if self.last:
                here.parent.mkdir(parents=True, exist_ok=True)
                files.link(old, here)
            return
        kept = dict(_cut(old.read_bytes(), records)) if records else {}
        now = [self._made(one.language, piece, kept, web) for piece in pieces]
        files.write(here, one.joined([each for _, each in now]))
        self.now[one.place] = {
            "language": one.language,
            "stamp": made.stamp(here),
            "pieces": [record for record, _ in now],
        }

    def _stands(self, language: str, pieces: tuple[Piece, ...], records: list[Record]) -> bool:
        """Whether these are all pieces, and nothing has changed that any of them read."""
        return [one.name for one in pieces] == [one.name for one in records] and all(
            self.reads.hold(language, one.reads) for one in records
        )

    def _made(
        self,
        language: str,
        piece: Piece,
        kept: Mapping[str, tuple[Record, bytes]],
        web: Web,
    ) -> tuple[Record, bytes]:
        """The piece as it was, or made now."""
        if piece.name in kept:
            record, _ = kept[piece.name]
            if self.reads.hold(language, record.reads):
                return kept[piece.name]
        view = self.site.view(self.site.reader(language))
        data = piece.make(view, web).encode()
        return Record(piece.name, sorted(view.reads), len(data)), data


def _cut(data: bytes, records: list[Record]) -> Iterator[tuple[str, tuple[Record, bytes]]]:
    """Each piece of a file that was joined from them, by its name."""
    begin = 0
    for number, one in enumerate(records):
        yield one.name, (one, data[begin : begin + one.size])
        begin += one.size + (len(BETWEEN) if number and one.size else 0)
