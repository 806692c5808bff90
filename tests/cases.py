"""The cases of `rules/<family>/<fault>.yml`: changes to the sample district and what is then found.

    - case: a lesson asks for one that comes later     # what is tried, in words
      files: {path: text or fields}                    # replaces or adds a file
      copy: {new path: path}                           # copies a file, to be edited
      edit: {path: {old words: new words}}             # changes words that stand once in a file
      without: [path]                                  # takes files away
      options: {leeway: 5}                             # sets options of the rule
      unread: [path]                                   # files that are meant to be unreadable
      today: 2026-11-22                                # the day, for rules that ask for it
      finds: [{path, line, column, says}]              # all of it, in order; [] is silence

`path` may be left out where the case changes one file only, `says` (a part of the message) always.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from projects import edit

from builder import quotes

RULES = Path(__file__).parent / "rules"


@dataclass(frozen=True)
class Expected:
    """A finding that a case foresees."""

    line: int
    column: int
    path: str = ""
    says: str = ""


@dataclass(frozen=True)
class Case:
    """One case: how the sample district is changed, and what the rule then finds."""

    rule: str
    case: str
    finds: list[Expected]
    files: Mapping[str, str | dict[str, Any]] = field(default_factory=dict)
    copy: Mapping[str, str] = field(default_factory=dict)
    edit: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    options: Mapping[str, object] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    today: date | None = None

    def __str__(self) -> str:
        return f"{self.rule}: {self.case}"

    @property
    def expected(self) -> list[tuple[str, int, int]]:
        """Where the findings stand."""
        changed = [*self.files, *self.edit]
        only = changed[0] if len(changed) == 1 else ""
        return [(one.path or only, one.line, one.column) for one in self.finds]

    @contextmanager
    def tried(self, root: Path) -> Iterator[None]:
        """The sample district below `root` is meanwhile the one that the case speaks of."""
        paths = {*self.files, *self.copy, *self.edit, *self.without}
        before = {path: (root / path).read_bytes() for path in paths if (root / path).is_file()}
        quotes.forget()
        try:
            self._change(root)
            yield
        finally:
            for path in paths - before.keys():
                (root / path).unlink(missing_ok=True)
            for path, data in before.items():
                (root / path).write_bytes(data)

    def _change(self, root: Path) -> None:
        for path, content in self.files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            words = content if isinstance(content, str) else yaml.safe_dump(content)
            (root / path).write_text(words, "utf-8")
        for path, original in self.copy.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes((root / original).read_bytes())
        for path, changes in self.edit.items():
            for old, new in changes.items():
                edit(root, path, old, new)
        for path in self.without:
            (root / path).unlink()


def case_files() -> list[Path]:
    """Every file of cases, in order."""
    return sorted(RULES.glob("*/*.yml"))


@cache
def cases() -> tuple[Case, ...]:
    """Every case of every file."""
    return tuple(case for file in case_files() for case in read_cases(file))


def read_cases(file: Path) -> list[Case]:
    """The cases of one file; the rule is the one that the file is named for."""
    rule = file.stem.replace("_", "-")
    told = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    return [_case(rule, fields) for fields in told]


def _case(rule: str, fields: dict[str, Any]) -> Case:
    finds = [Expected(**one) for one in fields.pop("finds")]
    return Case(rule=rule, finds=finds, **fields)
