"""Sections of a comment, put together so that it is never longer than GitHub takes.

The one idea: each section gets a place, and rows as long as there is room; the first sections are
those that decide, and what is left out is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

MOST = 65_000
"""So many letters a comment has at most; GitHub refuses more than 65,536."""
_ROWS = 40  # of a section that is not the last: a list that is longer is not read
_RESERVED = 300  # letters that a section to come needs for its heading and its count


class Section(NamedTuple):
    """A heading and rows of Markdown; nothing is said of one without rows."""

    heading: str
    """What stands above it; of a folded one it stands between tags of HTML."""
    rows: Sequence[str]
    head: str = ""
    """What stands above the rows: the head of a table, or a sentence."""
    folded: bool = False
    """Whether it opens only when somebody asks."""

    def written(self, room: int) -> str:
        """The section in so many letters, with as many rows as fit."""
        shown: list[str] = []
        most = len(self.rows) if self.folded else _ROWS
        room -= _RESERVED + len(self.head)
        for row in self.rows[:most]:
            if len(row) + 1 > room:
                break
            shown.append(row)
            room -= len(row) + 1
        body = "\n".join([*([self.head] if self.head else []), *shown])
        left = len(self.rows) - len(shown)
        if left:
            body += f"\n\n*{left} more {'are' if left > 1 else 'is'} left out here.*"
        if self.folded:
            summary = f"<summary>{self.heading} ({len(self.rows)})</summary>"
            return f"<details>{summary}\n\n{body}\n\n</details>"
        return f"### {self.heading}\n\n{body}"


def written(opening: str, sections: Sequence[Section]) -> str:
    """The comment: the opening and every section that has rows."""
    parts, room = [opening], MOST - len(opening)
    wanted = [one for one in sections if one.rows]
    for number, one in enumerate(wanted):
        told = one.written(room - _RESERVED * (len(wanted) - number - 1))
        parts.append(told)
        room -= len(told) + 2
    return "\n\n".join(parts) + "\n"
