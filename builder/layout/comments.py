"""Finds every comment and gives it to the entry that it speaks of.

A comment on a line of its own belongs to what follows it; indented deeper than that, to the end of
what it closes. A comment at the end of a line stays with the entry of that line.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from builder.layout.outline import Entry, Node, Outline

_HEADER = re.compile(r"[|>][-+0-9]*[ ]*(#[^\n]*)?")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment at its place; the words are empty for an empty line."""

    start: int
    column: int
    words: str
    before: str
    """What stands before it on its line."""


def comments(made: Outline) -> list[Comment]:
    """Every comment of the file, in order."""
    return [one for one in _fillers(made) if one.words]


def place(made: Outline) -> None:
    """Put every comment and empty line into the outline."""
    placing = _Placing(made)
    for one in _fillers(made):
        if not one.words:
            placing.empty_line(one.start)
        elif one.before.strip() and (entry := placing.beside(one)):
            entry.beside.append(one.before[len(one.before.rstrip()) :] + one.words)
        else:
            placing.above(one)
    placing.finish()
    if made.root.entries:
        first = made.root.entries[0]
        if "" in first.above and first.above[0]:
            cut = len(first.above) - first.above[::-1].index("")
            made.top, first.above = first.above[:cut], first.above[cut:]


class _Placing:
    """Knows which entry stands before and after a place."""

    def __init__(self, made: Outline) -> None:
        self.made = made
        self.entries = sorted(made.entries, key=lambda entry: entry.start)
        self.starts = [entry.start for entry in self.entries]
        self.ends = sorted(made.ends, key=lambda end: end[0])
        self.flows = _flows(made.root)
        self.empty: int | None = None

    def empty_line(self, start: int) -> None:
        self.finish(start)
        self.empty = start

    def finish(self, start: int | None = None) -> None:
        """Give an empty line to the entry after it, where no comment before `start` took it."""
        following = None if self.empty is None else self._next(self.empty)
        if following and (start is None or following.start < start):
            self.empty = None
            if not following.inside[-1].flow:
                following.above.append("")

    def beside(self, comment: Comment) -> Entry | None:
        """The entry whose line the comment ends, if any."""
        number = bisect_right(self.ends, comment.start, key=lambda end: end[0])
        return self.ends[number - 1][1] if number else None

    def above(self, comment: Comment) -> None:
        self.finish(comment.start)
        target = self._target(comment)
        if self.empty is not None:
            target.append("")
            self.empty = None
        target.append(comment.words)

    def _target(self, comment: Comment) -> list[str]:
        following, before = self._next(comment.start), self._before(comment.start)
        within = [flow for flow in self.flows if flow.start < comment.start < flow.end]
        if within:
            inside = following is not None and within[-1] in following.inside
            return following.above if following and inside else within[-1].foot
        if following and comment.column <= following.column:
            return following.above
        staying = following.inside if following else ()
        for node in reversed(before.inside if before else ()):
            if all(node is not one for one in staying) and node.column <= comment.column:
                return node.foot
        return following.above if following else self.made.root.foot

    def _next(self, start: int) -> Entry | None:
        number = bisect_left(self.starts, start)
        return self.entries[number] if number < len(self.entries) else None

    def _before(self, start: int) -> Entry | None:
        number = bisect_left(self.starts, start)
        return self.entries[number - 1] if number else None


def _flows(node: Node) -> list[Node]:
    """Everything in brackets, outer ones first."""
    found = [node] if node.flow else []
    for entry in node.entries:
        found += _flows(entry.value)
    return found


def _fillers(made: Outline) -> Iterator[Comment]:
    """Comments and empty lines, in order: what stands between the words."""
    end = 0
    for node in sorted(made.scalars, key=lambda node: node.start):
        yield from _between(made.text, end, node.start)
        end = node.end
        if node.style in ("|", ">"):
            header = _HEADER.match(node.raw)
            if header and header[1]:
                yield _comment(made.text, node.start + header.start(1))
            end = node.start + len(_content(node))
    yield from _between(made.text, end, len(made.text))


def _content(node: Node) -> str:
    """A block of words without the empty lines after it, where these do not count."""
    header = node.raw.partition("\n")[0]
    if "+" in header.partition("#")[0]:
        return node.raw
    if node.style == "|" and node.value.strip("\n"):
        lines = node.value.rstrip("\n").count("\n") + 2
        return "".join(node.raw.splitlines(keepends=True)[:lines])
    return node.raw.rstrip()


def _between(text: str, start: int, end: int) -> Iterator[Comment]:
    """The fillers of a stretch without words; keys are among the words."""
    at = start
    for line in text[start:end].splitlines(keepends=True):
        mark = line.find("#")
        if mark >= 0:
            yield _comment(text, at + mark)
        elif line.endswith("\n") and not text[text.rfind("\n", 0, at) + 1 : at + len(line)].strip():
            yield Comment(at, 0, "", "")
        at += len(line)


def _comment(text: str, start: int) -> Comment:
    line = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    words = text[start : end if end >= 0 else len(text)].rstrip()
    return Comment(start, start - line, words, text[line:start])
