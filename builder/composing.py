"""Builds the tree of a YAML file from the parser's events, and refuses what cannot be read safely.

Everything is measured on the stream of events, before anything is built, so that no input can crash
or stall the reader; every scalar stays the text that was written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from builder import refusals
from builder.finding import Finding

DEEPEST = 20
MOST_NODES = 50_000  # a framework of 2,000 codes has 14,000
MOST_LINES = 5_000  # within texts; the longest file has 1,600 in all, and lists take long to read

Tree = dict[str, Any]
Step = str | int
Loc = tuple[Step, ...]
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not been met yet."""

    loc: Loc
    into: Tree | list[Any]
    key: str | None = None

    def next_loc(self) -> Loc:
        return (*self.loc, self.key if isinstance(self.into, dict) else len(self.into))  # type: ignore[arg-type]


class Composer:
    """Builds the tree of one file from its events, in one pass, without recursion.

    `keys` and `values` hold the parser’s mark of each by its place, `findings` what was refused.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.findings: list[Finding] = []
        self.keys: dict[Loc, Any] = {}
        self.values: dict[Loc, Any] = {}
        self.open: list[_Open] = []
        self.root: Any = None
        self.documents = 0
        self.nodes = 0
        self.lines = 0

    def compose(self) -> Tree:
        """The tree; empty where something was refused."""
        takes = self._takes()
        try:
            for event in yaml.parse(self.text, Loader=LOADER):
                take = takes.get(type(event))
                if (take and not take(event)) or len(self.findings) >= refusals.MOST_SAID:
                    break
        except yaml.YAMLError as error:
            self._syntax(error)
        if not self.findings and not isinstance(self.root, dict):
            self._say(None, "this file holds no fields", "Write one `name: value` on each line.")
        return self.root if isinstance(self.root, dict) and not self.findings else {}

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
        self.lines += event.value.count("\n")
        if self.lines > MOST_LINES:
            self._say(event, f"this file has more than {MOST_LINES:,} lines of text", "Split it.")
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
        mark = event.start_mark if event else None
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.findings.append(Finding(self.path, line, column, "unreadable-yaml", message, hint))
