"""One scalar in its canonical form: as it was written where that fits, else wrapped.

Lines of up to MOST letters stay as their writer broke them, so that a look at a change shows what
changed. Text after | is never wrapped: its line breaks are part of it.
"""

from __future__ import annotations

import json
import re

from builder.layout.outline import Node

MOST = 120
MOST_IN_BRACKETS = 140  # a table is read along its columns, so its rows may be longer
WRAPPED = 112  # what is longer than MOST is wrapped here
_NARROWEST = 40


def one_line(node: Node) -> str | None:
    """The scalar on a line of its own wording; None where it needs several."""
    if node.style in ("|", ">"):
        return None
    if "\n" not in node.raw:
        return node.raw
    if "\n" in node.value:
        return None
    return quoted(node.value) if node.style else node.value


def quoted(words: str) -> str:
    """The words in double quotes."""
    return json.dumps(words, ensure_ascii=False)


def lines(start: str, node: Node, indent: int) -> list[str]:
    """The scalar after `start`, the name of its field or its dash, in as many lines as it needs."""
    if node.style == "|":
        return _literal(start, node.value, indent)
    if node.style == ">":
        return _folded(start, node, indent)
    words = one_line(node)
    if words is None:
        return _literal(start, node.value, indent)
    if words and len(start) + 1 + len(words) > MOST and _breakable(node.value):
        return [f"{start} >-", *_wrapped(node.value, indent)]
    return [f"{start} {words}" if words else start]


def _literal(start: str, value: str, indent: int) -> list[str]:
    """Text whose line breaks are its own, after |."""
    words = value.rstrip("\n")
    if not words.strip() or "\t" in words:
        return [f"{start} {quoted(value)}"]
    ends = len(value) - len(words)
    depth = "2" if words.lstrip("\n").startswith(" ") else ""
    head = f"{start} |{depth}{('-', '')[ends] if ends < 2 else '+'}"
    return [head, *(_indented(line, indent) for line in words.split("\n")), *[""] * (ends - 1)]


def _folded(start: str, node: Node, indent: int) -> list[str]:
    """Text whose line breaks are only blanks, after >."""
    words = node.value.rstrip("\n")
    header, _, below = node.raw.partition("\n")
    written = re.sub(r"\n[ \n]*$", "", below).split("\n")
    first = next((line for line in written if line.strip()), "")
    depth = len(first) - len(first.lstrip(" "))
    if not words.strip() or re.match(r">[-+]?[1-9]", header):
        return [f"{start} {quoted(node.value)}"]
    ends = len(node.value) - len(words)
    head = f"{start} >{('-', '')[ends] if ends < 2 else '+'}"
    kept = [_indented(line[depth:], indent) for line in written]
    if any(len(line) > MOST for line in kept) and _breakable(words):
        kept = _wrapped(words, indent)
    return [head, *kept, *[""] * (ends - 1)]


def _indented(line: str, indent: int) -> str:
    return " " * (indent + 2) + line if line else ""


def _breakable(words: str) -> bool:
    """Whether wrapping after > would give the same words back."""
    return not re.search(r"^ | $|[\n\t]", words) and bool(re.search(r"[^ ] [^ ]", words))


def _wrapped(words: str, indent: int) -> list[str]:
    """The words in lines, broken only at single blanks, which folding puts back."""
    most = max(WRAPPED - indent - 2, _NARROWEST)
    found: list[str] = []
    for word in re.split(r"(?<! ) (?! )", words):
        if found and len(found[-1]) + 1 + len(word) <= most:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return [_indented(line, indent) for line in found]
