"""Finds words of a value again in the file it was read from, whatever its wrapping and marks."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from builder.source import Loc, Position, Source


def position(root: Path | None, source: Source, at: Loc, quote: str) -> Position:
    """Where the quote stands in the value at `at`; where the value begins, if it is not found.

    Where `at` is empty the whole file is looked through.
    """
    start = source.position(at)
    text = _text(root / source.path) if root else ""
    if not quote or not text:
        return start
    begin, end = _offset(text, start), _offset(text, _next(source, start) if at else None)
    found = _pattern(quote).search(text, begin, end)
    if not found:
        return start
    offset = found.start()
    return Position(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def in_catalog(file: Path, address: str, quote: str) -> Position:
    """Where the quote stands in the translation at the address of a PO file; else its entry.

    Without an address the whole file is looked through. Words of the site itself are their own
    address, so they stand as `msgid`.
    """
    text = _text(file)
    name = address.replace("\\", "\\\\").replace('"', '\\"')
    entry = text.find(f'\nmsgctxt "{name}"\n')
    if entry < 0:
        entry = text.find(f'\nmsgid "{name}"\n')
    start = text.find("\nmsgstr", entry) + 1 if address and entry >= 0 else 0
    end = text.find("\n\n", start) if address else len(text)
    found = _pattern(quote).search(text, start, end if end > 0 else len(text)) if quote else None
    offset = found.start() if found else start
    return Position(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def forget() -> None:
    """Read files anew: since they were last read somebody may have changed them."""
    _text.cache_clear()


@lru_cache(maxsize=4)
def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except (OSError, UnicodeDecodeError):
        return ""


def _next(source: Source, start: Position) -> Position | None:
    """The place of whatever is written after the value."""
    after = (
        one
        for places in source.places()
        for one in places.values()
        if (one.line, one.column) > (start.line, start.column)
    )
    return min(after, key=lambda one: (one.line, one.column), default=None)


def _offset(text: str, place: Position | None) -> int:
    if place is None:
        return len(text)
    offset = 0
    for _ in range(place.line - 1):
        offset = text.find("\n", offset) + 1
    return offset + place.column - 1


def _pattern(quote: str) -> re.Pattern[str]:
    """Between words of the quote the file may wrap, indent, quote and mark."""
    words = (re.escape(word).replace("'", "''?").replace('"', r'\\?"') for word in quote.split())
    return re.compile(r"[\s*_`\\>\"]+".join(words))
