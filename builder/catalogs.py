"""Where PO files stand in the project, and what is in them, read when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from builder import files, po
from builder.finding import Finding
from builder.interface import FOLDER, interface_path
from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.po import Catalog
from builder.settings import Settings


def path_of(document: Document, language: str) -> str:
    """Where the PO file of this document stands, from the root."""
    return f"{FOLDER}/{language}/{name_of(document)}"


def name_of(document: Document) -> str:
    """What its PO file is called in the folder of every language."""
    return f"{type(document).folder.rpartition('/')[2]}/{document.id}.po"


def load(
    root: Path, curriculum: Curriculum, settings: Settings
) -> tuple[Catalogs, tuple[Finding, ...]]:
    """Every PO file of the district's languages by its path, and what cannot be read of them."""
    catalogs = Catalogs(root)
    findings: list[Finding] = []
    for language in settings.languages:
        if language.id != "en":
            paths = [path_of(entry.document, language.id) for entry in curriculum.entries]
            findings += catalogs.unreadable([*paths, interface_path(language.id)])
    return catalogs, tuple(findings)


def present(root: Path) -> Iterator[str]:
    """The path of every PO file that stands, from the root."""
    above = f"{root.as_posix()}/"
    for path in sorted(files.paths(above + FOLDER, ".po")):
        yield path.removeprefix(above)


class Catalogs(dict[str, Catalog]):
    """PO files by path, each read when it is first asked for."""

    def __init__(self, root: Path, seen: files.Seen | None = None) -> None:
        super().__init__()
        self.root, self.seen = root, seen or files.Seen(root)

    @cached_property
    def standing(self) -> frozenset[str]:
        """The paths of the files that stand."""
        return frozenset(present(self.root))

    def __missing__(self, path: str) -> Catalog:
        data = self.seen.read(path)
        self[path] = po.parse(data) if data is not None else {}
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
