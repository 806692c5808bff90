"""A YAML file as entries that keep their wording, their comments and their empty lines.

The parser's events give the structure and its marks the wording. What lies between the scalars is
punctuation, blanks and comments, and every comment is given to the entry that it speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Node:
    """Words, fields or a list, as written between `start` and `end`."""

    kind: Literal["words", "fields", "list"]
    start: int
    column: int
    end: int = 0
    style: str = ""
    """How words are marked: quotes, | or >; "" where nothing marks them."""
    value: str = ""
    raw: str = ""
    flow: bool = False
    """Whether it is written in brackets."""
    entries: list[Entry] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)
    """Comments after its last entry."""


@dataclass(slots=True)
class Entry:
    """A field of some fields, or an item of a list."""

    key: str
    """The name as written; empty for an item."""
    name: str
    start: int
    column: int
    inside: tuple[Node, ...]
    """What it stands in, the whole file first."""
    value: Node = field(default_factory=lambda: Node("words", 0, 0))
    above: list[str] = field(default_factory=list)
    """Comments above it; "" stands for an empty line."""
    beside: list[str] = field(default_factory=list)
    """Comments at the end of its line, each with the blanks before it."""


@dataclass(slots=True)
class Outline:
    """A whole file."""

    text: str
    root: Node
    top: list[str] = field(default_factory=list)
    """Comments on the file, which an empty line parts from the first entry."""
    entries: list[Entry] = field(default_factory=list)
    """Every entry, in order."""
    scalars: list[Node] = field(default_factory=list)
    ends: list[tuple[int, Entry]] = field(default_factory=list)
    """Where something ends, or opens, after which a comment may stand on the line."""


def outline(text: str) -> Outline:
    """The outline of a file that `source.parse` reads without a finding; comments not yet in it."""
    made = Outline(text, Node("fields", 0, 0))
    _Outliner(made, _dashes(text)).read()
    return made


def _dashes(text: str) -> Iterator[Any]:
    """The mark of every dash that begins an item, in order."""
    for token in yaml.scan(text, Loader=_Loader):
        if isinstance(token, yaml.BlockEntryToken):
            yield token.start_mark


class _Outliner:
    """Builds the outline from events."""

    def __init__(self, made: Outline, dashes: Iterator[Any]) -> None:
        self.made, self.dashes = made, dashes
        self.open: list[Node] = []
        self.holders: list[Entry | None] = []
        self.awaited: Entry | None = None
        """The field whose name has been met and whose value has not."""

    def read(self) -> None:
        for event in yaml.parse(self.made.text, Loader=_Loader):
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._begin(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._end(event)

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        style = event.style or ""
        raw = self.made.text[start:end] if style or event.value else ""
        node = Node("words", start, event.start_mark.column, end, style, event.value, raw)
        if raw:
            self.made.scalars.append(node)
        if self.open and self.open[-1].kind == "fields" and self.awaited is None:
            self.awaited = self._enter(Entry(raw, event.value, start, node.column, ()), end)
        elif (holder := self._hold(node)) is not None:
            self.made.ends.append((end if raw else holder.start, holder))

    def _begin(self, event: Any) -> None:
        kind: Any = "fields" if isinstance(event, yaml.MappingStartEvent) else "list"
        mark = event.start_mark
        node = Node(kind, mark.index, mark.column, flow=bool(event.flow_style))
        holder = self._hold(node)
        if holder is None:
            self.made.root = node
        elif node.flow:
            self.made.ends.append((node.start, holder))
        self.open.append(node)
        self.holders.append(holder)

    def _end(self, event: Any) -> None:
        node, holder = self.open.pop(), self.holders.pop()
        node.end = event.end_mark.index
        if node.flow and holder is not None:
            self.made.ends.append((node.end - 1, holder))

    def _hold(self, node: Node) -> Entry | None:
        """Put the value into the entry that waits for it, or into a new item."""
        if not self.open:
            return None
        holder, self.awaited = self.awaited, None
        if holder is None:
            start, column = node.start, node.column
            if not self.open[-1].flow:
                mark = next(self.dashes)
                start, column = mark.index, mark.column
            holder = self._enter(Entry("", "", start, column, ()), start)
        holder.value = node
        return holder

    def _enter(self, entry: Entry, end: int) -> Entry:
        entry.inside = tuple(self.open)
        self.open[-1].entries.append(entry)
        self.made.entries.append(entry)
        self.made.ends.append((end, entry))
        return entry
