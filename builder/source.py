"""Reads one YAML file strictly, keeping the line and column of every key and value.

Everything is measured on the stream of parser events, before anything is built, so that no input
can crash or stall the reader; every scalar stays the text that was written.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from builder import refusals
from builder.finding import Finding

MOST_BYTES = 1_000_000
DEEPEST = 20
MOST_NODES = 50_000  # a framework of 2,000 codes has 14,000

Tree = dict[str, Any]
Step = str | int
Loc = tuple[Step, ...]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
    keys: dict[Loc, Any] = field(default_factory=dict, repr=False)
    """The parser’s mark of each key."""
    values: dict[Loc, Any] = field(default_factory=dict, repr=False)
    """The parser’s mark of each value."""
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

    def places(self) -> tuple[dict[Loc, Position], dict[Loc, Position]]:
        """Where each key stands, and each value."""
        keys = {loc: _position(mark) for loc, mark in self.keys.items()}
        return keys, {loc: _position(mark) for loc, mark in self.values.items()}

    def position(self, loc: Loc, *, of_key: bool = False) -> Position:
        """Where `loc` stands, or the nearest thing around it that was written."""
        first, second = (self.keys, self.values) if of_key else (self.values, self.keys)
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
        return _refused(path, "this file is larger than 1 MB", "Split it into several documents.")
    return parse(file.read_bytes(), path)


def parse(data: bytes, path: str) -> Source:
    """The same as `read`, from bytes already in hand."""
    if len(data) > MOST_BYTES:
        return _refused(path, "this file is larger than 1 MB", "Split it into several documents.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = _line_and_column(before, len(before))
        hint = "Save the file as UTF-8 in your editor."
        return _refused(path, "this byte is not UTF-8 text", hint, line, column)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refused = tuple(_characters(text, path))
    return Source(path, {}, findings=refused) if refused else _Builder(path, text).build()


def _characters(text: str, path: str) -> Iterator[Finding]:
    for offset, what, hint in refusals.characters(text):
        line, column = _line_and_column(text, offset)
        yield Finding(path, line, column, "unreadable-yaml", what, hint)


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _refused(path: str, what: str, hint: str, line: int = 1, column: int = 1) -> Source:
    return Source(path, {}, findings=(Finding(path, line, column, "unreadable-yaml", what, hint),))


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not been met yet."""

    loc: Loc
    into: Tree | list[Any]
    key: str | None = None

    def next_loc(self) -> Loc:
        return (*self.loc, self.key if isinstance(self.into, dict) else len(self.into))  # type: ignore[arg-type]


class _Builder:
    """Builds the tree from events, one pass, no recursion."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.findings: list[Finding] = []
        self.keys: dict[Loc, Any] = {}
        self.values: dict[Loc, Any] = {}
        self.open: list[_Open] = []
        self.root: Any = None
        self.documents = 0
        self.nodes = 0

    def build(self) -> Source:
        takes = self._takes()
        try:
            for event in yaml.parse(self.text, Loader=_Loader):
                take = takes.get(type(event))
                if (take and not take(event)) or len(self.findings) >= refusals.MOST_SAID:
                    break
        except yaml.YAMLError as error:
            self._syntax(error)
        if not self.findings and not isinstance(self.root, dict):
            self._say(None, "this file holds no fields", "Write one `name: value` on each line.")
        tree = self.root if isinstance(self.root, dict) and not self.findings else {}
        return Source(self.path, tree, self.keys, self.values, tuple(self.findings))

    def _takes(self) -> dict[type[Any], Callable[[Any], bool]]:
        """What takes each kind of event; False stops the reading, where nothing more is measured.

        A lesson has a thousand events, so they are told apart by one look.
        """
        return {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._begin,
            yaml.SequenceStartEvent: self._begin,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def _end(self, _: Any) -> bool:
        self.open.pop()
        return True

    def _alias(self, event: Any) -> bool:
        what = f"{refusals.quoted('*', event.anchor)} repeats another part"
        self._say(event, what, "Write it out.")
        if self._unnamed(event):
            return False
        self._add("", event)
        return True

    def _document(self, event: Any) -> bool:
        self.documents += 1
        if self.documents > 1:
            self._say(event, "a second document begins here", "Keep one document in a file.")
        if event.version or event.tags:
            self._say(event, "a % directive stands here", "Delete the line.")
        return self.documents == 1

    def _passes(self, event: Any) -> bool:
        """Count a part; False where there are too many. Say it where it is named or tagged."""
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._say(event, f"this file has more than {MOST_NODES:,} parts", "Split it.")
            return False
        if event.anchor:
            what = f"{refusals.quoted('&', event.anchor)} names a part for reuse"
            self._say(event, what, "Delete the name.")
        if event.tag:
            what = f"{refusals.quoted('', event.tag)} is a YAML tag"
            self._say(event, what, "Delete it; the model knows the type.")
        return True

    def _begin(self, event: Any) -> bool:
        if not self._passes(event) or self._unnamed(event):
            return False
        into: Tree | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        loc = self._add(into, event)
        self.open.append(_Open(loc, into))
        if len(self.open) > DEEPEST:
            self._say(event, f"parts are nested more than {DEEPEST} deep", "Flatten this part.")
            return False
        return True

    def _scalar(self, event: Any) -> bool:
        if not self._passes(event):
            return False
        # Only an escape can hide a character that the whole text was not refused for.
        if event.style == '"' and refusals.hidden(event.value):
            self._say(event, "an escape makes a character that is refused", "Delete the escape.")
        within = self.open[-1] if self.open else None
        if within and within.key is None and isinstance(within.into, dict):
            self._key(within, event)
        else:
            self._add(event.value, event)
        return True

    def _key(self, within: _Open, event: Any) -> None:
        within.key = event.value
        loc = (*within.loc, event.value)
        if event.value == "<<":
            self._say(event, "“<<” merges another part", "Write its fields out.")
        elif event.value in within.into:
            first = self.keys[loc].line + 1
            hint = f"Keep one of them; the other stands in line {first}."
            self._say(event, f"{refusals.quoted('', event.value)} stands twice", hint)
        self.keys.setdefault(loc, event.start_mark)

    def _unnamed(self, event: Any) -> bool:
        """Whether something else than text stands where a field's name should."""
        within = self.open[-1] if self.open else None
        if within is None or isinstance(within.into, list) or within.key is not None:
            return False
        hint = "Begin the line with a word and a colon."
        self._say(event, "a field name is not plain text", hint)
        return True

    def _add(self, value: Any, event: Any) -> Loc:
        if not self.open:
            self.root = value
            return ()
        within = self.open[-1]
        loc = within.next_loc()
        self.values.setdefault(loc, event.start_mark)
        if isinstance(within.into, dict):
            within.into.setdefault(str(within.key), value)
            within.key = None
        else:
            within.into.append(value)
        return loc

    def _syntax(self, error: yaml.YAMLError) -> None:
        mark, what, hint = refusals.syntax(error)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.findings.append(Finding(self.path, line, column, "unreadable-yaml", what, hint))

    def _say(self, event: Any, message: str, hint: str) -> None:
        at = _position(event.start_mark) if event else Position(1, 1)
        self.findings.append(
            Finding(self.path, at.line, at.column, "unreadable-yaml", message, hint)
        )
