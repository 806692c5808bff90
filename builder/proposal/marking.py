"""Two wordings of a passage side by side, with what differs marked and what is alike shortened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from builder.literal import literal

# A word with the space behind it; a letter of a script without spaces is a word of its own.
_LETTER = r"\u3040-\u30ff\u3400-\u9fff\uff00-\uffef"
_WORD = re.compile(rf"[{_LETTER}]\s*|[^\s{_LETTER}]+\s*|\s+")
_AROUND = 8  # so many words are kept on each side of what differs
_LONGEST = 700  # letters of a side; who wants more opens the page
_MOST_COMPARED = 4_000_000  # pairs of words; more would take seconds
_NOTHING = "*nothing*"


def marked(before: str, after: str) -> tuple[str, str]:
    """Both wordings as Markdown: what is gone struck out, what is new underlined."""
    if not before or not after:
        return literal(cut(before)) or _NOTHING, literal(cut(after)) or _NOTHING
    old, new = _WORD.findall(before), _WORD.findall(after)
    if len(old) * len(new) > _MOST_COMPARED:
        return literal(cut(before)), literal(cut(after))
    steps = SequenceMatcher(None, _bare(old), _bare(new), autojunk=False).get_opcodes()
    last = len(steps) - 1
    was, now = [], []
    for number, (what, a, b, c, d) in enumerate(steps):
        if what == "equal":
            was.append(_around(old[a:b], first=number == 0, last=number == last))
            now.append(_around(new[c:d], first=number == 0, last=number == last))
        else:
            was.append(_in("del", old[a:b]))
            now.append(_in("ins", new[c:d]))
    return _whole(was, before), _whole(now, after)


def cut(words: str, most: int = _LONGEST) -> str:
    """The words, or so many letters of them and a sign that there is more."""
    return words if len(words) <= most else f"{words[:most].rstrip()} …"


def _whole(parts: Sequence[str], words: str) -> str:
    told = "".join(parts).strip()
    return told if len(told) <= 4 * _LONGEST else literal(cut(words))


def _in(element: str, words: Sequence[str]) -> str:
    told = "".join(words)
    space = " " if told.endswith(" ") else ""
    told = literal(cut(told.rstrip()))
    return f"<{element}>{told}</{element}>{space}" if told else ""


def _bare(words: Sequence[str]) -> list[str]:
    return [one.rstrip() for one in words]


def _around(words: Sequence[str], *, first: bool, last: bool) -> str:
    head = [] if first else list(words[:_AROUND])
    tail = [] if last else list(words[-_AROUND:])
    if len(words) <= len(head) + len(tail) + 2:
        return literal("".join(words))
    parts = ("".join(head).rstrip(), "…", "".join(tail).lstrip())
    spaced = " ".join(parts)
    return literal(spaced.lstrip() if first else spaced.rstrip() if last else spaced)
