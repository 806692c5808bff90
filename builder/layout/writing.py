"""Writes an outline in the canonical form: keys in the order of the model, two blanks a level.

Brackets stay where the writer chose them and the line holds them; else each part gets its line.
"""

from __future__ import annotations

from pydantic import BaseModel

from builder.layout import words
from builder.layout.outline import Entry, Node, Outline
from builder.model.fields import written as fields


def arrange(node: Node, model: type[BaseModel] | None) -> None:
    """Put the fields in the order of the model; what it does not know stays behind what it was."""
    known = {one.name: (rank, one) for rank, one in enumerate(fields(model))} if model else {}
    if node.kind == "fields":
        ranks, last = {}, -1
        for entry in node.entries:
            last = known[entry.name][0] if entry.name in known else last
            ranks[id(entry)] = last
        node.entries.sort(key=lambda entry: ranks[id(entry)])
    for entry in node.entries:
        part = model if node.kind == "list" else None
        if entry.name in known:
            part = known[entry.name][1].part
        arrange(entry.value, part)


def text(made: Outline) -> str:
    """The whole file."""
    return "\n".join([*made.top, *_block(made.root, 0)]) + "\n"


def _block(node: Node, indent: int) -> list[str]:
    """Fields or items, one after the other."""
    spread = node.kind == "list" and any(_too_long(entry, indent) for entry in node.entries)
    lines: list[str] = []
    for number, entry in enumerate(node.entries):
        if number == 0 and indent:
            while entry.above and not entry.above[0]:
                del entry.above[0]
        lines += _entry(entry, indent, spread)
    blanks = " " * indent
    return [*lines, *(blanks + line if line else "" for line in node.foot)]


def _too_long(entry: Entry, indent: int) -> bool:
    """Whether the fields of an item cannot stand on one line: then no item of the list does."""
    inline = _inline(entry.value)
    if entry.value.kind != "fields" or not entry.value.flow:
        return False
    return inline is None or indent + 2 + len(inline) > words.MOST_IN_BRACKETS


def _entry(entry: Entry, indent: int, spread: bool) -> list[str]:
    node, blanks = entry.value, " " * indent
    start = blanks + (f"{_key(entry)}:" if entry.inside[-1].kind == "fields" else "-")
    lines = _value(start, entry, indent, spread)
    if entry.beside:
        lines[0] += entry.beside[0]
        entry.above += [one.strip() for one in entry.beside[1:]]
    if not node.entries and node.kind != "words":
        entry.above += node.foot
    return [*(blanks + line if line else "" for line in entry.above), *lines]


def _value(start: str, entry: Entry, indent: int, spread: bool) -> list[str]:
    node = entry.value
    if node.kind == "words":
        return words.lines(start, node, indent)
    if not node.entries:
        return [f"{start} {'{}' if node.kind == 'fields' else '[]'}"]
    inline = _inline(node)
    alone = spread and node.kind == "fields"
    if inline and not alone and len(start) + 1 + len(inline) <= words.MOST_IN_BRACKETS:
        return [f"{start} {inline}"]
    if entry.inside[-1].kind == "fields" or entry.beside:
        return [start, *_block(node, indent + 2)]
    first = node.entries[0]
    entry.above += [line for line in first.above if line]
    first.above = []
    lines = _block(node, indent + 2)
    return [f"{start} {lines[0][indent + 2 :]}", *lines[1:]]


def _inline(node: Node) -> str | None:
    """Words, or parts in brackets, on one line; None where it cannot stand on one."""
    if node.kind == "words":
        return words.one_line(node)
    if not node.flow or node.foot:
        return None
    parts: list[str] = []
    for entry in node.entries:
        inline = _inline(entry.value)
        if inline is None or entry.above or entry.beside:
            return None
        parts.append(f"{_key(entry)}: {inline}".rstrip() if node.kind == "fields" else inline)
    return f"{{{', '.join(parts)}}}" if node.kind == "fields" else f"[{', '.join(parts)}]"


def _key(entry: Entry) -> str:
    """The name as written, on one line."""
    key = words.one_line(Node("words", 0, 0, style=entry.key[:1], value=entry.name, raw=entry.key))
    return key if key else words.quoted(entry.name)
