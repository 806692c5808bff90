"""What Markdown would take for marks and a page keeps as letters."""

from __future__ import annotations

import re
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from builder import refusals

_BLANK = re.compile("_{3,}")
_CODE = re.compile(r"&#?\w+;")


def teach(reader: MarkdownIt) -> None:
    """Let a reader of Markdown know them."""
    reader.inline.ruler.before("emphasis", "blank", _blank)
    reader.inline.ruler.before("entity", "spelled", _spelled)


def _blank(state: StateInline, silent: bool) -> bool:
    """Takes a line to write on for letters: two of them are no emphasis of what is between."""
    if found := _BLANK.match(state.src, state.pos):
        state.pending += "" if silent else found[0]
        state.pos = found.end()
    return bool(found)


def _spelled(state: StateInline, silent: bool) -> bool:
    """Takes the code of a character that no file may hold for letters: it may not come this way."""
    found = _CODE.match(state.src, state.pos)
    if not found or not refusals.hidden(unescape(found[0])):
        return False
    state.pending += "" if silent else found[0]
    state.pos = found.end()
    return True
