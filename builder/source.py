"""Reads one YAML file strictly: its tree, and the line and column of each key and value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from builder import ordinary, refusals
from builder.composing import Composer, Loc, Tree
from builder.finding import Finding

__all__ = ["Loc", "Position", "Source", "Tree", "parse", "read"]

MOST_BYTES = 200_000
"""Of one file; the largest document has 83,000, and any words are checked in two seconds."""


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file; line and column count from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """One YAML file: its tree of texts, where each stands, and what was refused."""

    path: str
    tree: Tree
    text: str = field(default="", repr=False)
    """The file as it was parsed; for a position it is parsed again, which few files need."""
    findings: tuple[Finding, ...] = ()

    @property
    def head(self) -> Tree | None:
        """The wordless fields of its document, where it is remembered as valid."""
        return None

    @property
    def document(self) -> Any:
        """Its document, where it was typed already."""
        return None

    @cached_property
    def as_json(self) -> bytes:
        """The tree as JSON, in which neither a tab nor a line's end stands."""
        return json.dumps(self.tree, ensure_ascii=False).encode()

    @cached_property
    def _marks(self) -> tuple[dict[Loc, Any], dict[Loc, Any]]:
        """The parser’s mark of each key, and of each value."""
        composed = Composer(self.path, self.text)
        composed.compose()
        return composed.keys, composed.values

    def places(self) -> tuple[dict[Loc, Position], dict[Loc, Position]]:
        """Where each key stands, and each value."""
        keys, values = self._marks
        return (
            {loc: _position(mark) for loc, mark in keys.items()},
            {loc: _position(mark) for loc, mark in values.items()},
        )

    def position(self, loc: Loc, *, of_key: bool = False) -> Position:
        """Where `loc` stands, or the nearest thing around it that was written."""
        keys, values = self._marks
        first, second = (keys, values) if of_key else (values, keys)
        for length in range(len(loc), 0, -1):
            mark = first.get(loc[:length]) or second.get(loc[:length])
            if mark:
                return _position(mark)
        return Position(1, 1)


def _position(mark: Any) -> Position:
    return Position(mark.line + 1, mark.column + 1)


def read(file: Path, path: str) -> Source:
    """The file as a Source that calls itself `path` in what it says."""
    if file.stat().st_size > MOST_BYTES:
        return _too_large(path)
    return parse(file.read_bytes(), path)


def parse(data: bytes, path: str) -> Source:
    """The same as `read`, from bytes already in hand."""
    if len(data) > MOST_BYTES:
        return _too_large(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = _line_and_column(before, len(before))
        hint = "Save the file as UTF-8 in your editor."
        return _refused(path, "this byte is not UTF-8 text", hint, line, column)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refused = tuple(_characters(text, path))
    if refused:
        return Source(path, {}, findings=refused)
    tree = ordinary.read(text)
    if tree is not None:
        return Source(path, tree, text)
    composed = Composer(path, text)
    return Source(path, composed.compose(), text, tuple(composed.findings))


def _characters(text: str, path: str) -> Iterator[Finding]:
    for offset, what, hint in refusals.characters(text):
        line, column = _line_and_column(text, offset)
        yield Finding(path, line, column, "unreadable-yaml", what, hint)


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _too_large(path: str) -> Source:
    what = f"this file is larger than {MOST_BYTES // 1000} kB"
    return _refused(path, what, "Split it into several documents.")


def _refused(path: str, what: str, hint: str, line: int = 1, column: int = 1) -> Source:
    return Source(path, {}, findings=(Finding(path, line, column, "unreadable-yaml", what, hint),))
