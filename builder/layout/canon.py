"""Lays files out anew and proves, for each, that nothing in it says anything else than before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from builder import files, settings, source
from builder.finding import Finding
from builder.layout import writing
from builder.layout.comments import comments, place
from builder.layout.outline import Outline, outline
from builder.model.curriculum import content
from builder.model.kinds import kind_of
from builder.modelines import modeline, without
from builder.settings import Settings


@dataclass(frozen=True)
class Change:
    """A file that is not laid out like the others: how it should be, or why it cannot."""

    path: str
    data: bytes = b""
    findings: tuple[Finding, ...] = ()


def changes(root: Path, paths: Iterable[str] = ()) -> Iterator[Change]:
    """Each file that would change, or cannot be read; `paths` are files, all if there are none."""
    for path in paths or documents(root):
        model, schema = _model(root, path)
        if model is None:
            message, hint = "this is no file of the curriculum", "Name a .yml file of a document."
            yield Change(path, findings=(Finding(path, 1, 1, "stray-file", message, hint),))
            continue
        data = files.bounded(root / path)
        laid, findings = formatted(data, path, model, schema)
        if findings or laid != data:
            yield Change(path, laid, findings)


def formatted(
    data: bytes, path: str, model: type[BaseModel], schema: str
) -> tuple[bytes, tuple[Finding, ...]]:
    """The file in the canonical layout; as it was, with findings, where that is not possible."""
    read = source.parse(data, path)
    if read.findings:
        return data, read.findings
    made = _outline(data)
    before = sorted(one.words for one in comments(made))
    place(made)
    writing.arrange(made.root, model)
    laid = (modeline(path, schema) + writing.text(made)).encode()
    again = source.parse(laid, path)
    if again.findings or again.tree != read.tree or before != _comments(laid):
        return data, (_odd(path),)
    return laid, ()


def _outline(data: bytes) -> Outline:
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return outline(without(text))


def _comments(data: bytes) -> list[str]:
    return sorted(one.words for one in comments(_outline(data)))


def _odd(path: str) -> Finding:
    message = "this file is written in a way that cannot be laid out without a change"
    return Finding(path, 1, 1, "unreadable-yaml", message, "Write it in a plainer way of YAML.")


def documents(root: Path) -> Iterator[str]:
    """The path of every file that has a layout."""
    yield settings.path_in(root)
    for path in content(root):
        if kind_of(path):
            yield path


def _model(root: Path, path: str) -> tuple[type[BaseModel] | None, str]:
    """The model of the file, and the name of its schema."""
    if path == settings.path_in(root):
        return Settings, "district"
    kind = kind_of(path) if path.endswith(".yml") else None
    return kind, kind.kind if kind else ""
