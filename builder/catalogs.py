"""The PO files that stand in the project, by path, each read when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from builder import files, po
from builder.finding import Finding
from builder.interface import FOLDER
from builder.po import Catalog


def present(root: Path) -> Iterator[str]:
    """The path of every PO file that stands, from the root."""
    for file in files.listed(root / FOLDER, ".po"):
        yield file.relative_to(root).as_posix()


class Catalogs(dict[str, Catalog]):
    """PO files by path, each read when it is first asked for."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.root = root

    def __missing__(self, path: str) -> Catalog:
        self[path] = po.read(self.root / path)
        return self[path]

    def readable(self, path: str) -> Catalog:
        """The entries of the file; none where it is missing or cannot be read."""
        try:
            return self[path]
        except po.UnreadableError:
            return {}

    def unreadable(self, paths: Iterable[str]) -> Iterator[Finding]:
        """What cannot be read of these files."""
        for path in paths:
            try:
                self[path]
            except po.UnreadableError as error:
                yield Finding(path, error.line, 1, "unreadable-po", str(error), error.hint)
