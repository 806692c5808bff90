"""The plain HTML of a file, read as blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lxml import html as parser  # type: ignore[import-untyped]

from builder.exports.blocks import (
    Block,
    Box,
    Heading,
    Items,
    Lines,
    Pairs,
    Paragraph,
    Picture,
    Run,
    Runs,
    Table,
)

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
_INLINE = frozenset(("a", "b", "bdi", "br", "code", "em", "span", "strong"))
_KINDS_OF_LIST = ("blanks", "cards", "choices")
_LISTS = {"ul": "bullets", "ol": "numbers"}
_SECTIONS = ("card", "note", "slide", "stop")
_SPACE = re.compile(r"[ \t\r\n\f]+")


def blocks(html: str) -> tuple[Block, ...]:
    """The blocks of the HTML of a file, in order."""
    root = parser.fragment_fromstring(html, create_parent="div")
    return _within(root, Run(""))


def _within(element: Any, look: Run) -> tuple[Block, ...]:
    """The blocks inside an element; loose words become paragraphs."""
    found: list[Block] = []
    loose: list[Run] = []

    def close() -> None:
        runs = _trimmed(loose)
        loose.clear()
        if runs:
            found.append(Paragraph(runs))

    loose += _text(element.text, look)
    for child in element:
        if child.tag in _INLINE:
            loose += _inline(child, look)
        else:
            close()
            found += _block(child, _looked(child, look))
        loose += _text(child.tail, look)
    close()
    return tuple(found)


def _block(element: Any, look: Run) -> tuple[Block, ...]:
    tag, style = element.tag, (element.get("class") or "").split(" ")[0]
    if tag in _HEADINGS:
        runs = _trimmed(_inline(element, look))
        return (Heading(_HEADINGS[tag], runs, new_page=style == "page"),)
    if tag == "p":
        return _paragraph(element, look, style)
    if tag in _LISTS:
        own = style if style in _KINDS_OF_LIST else _LISTS[tag]
        items = tuple(_within(one, _looked(one, look)) for one in element.iterchildren("li"))
        return (Items(items, own, int(element.get("start") or 1)),)
    if tag == "dl":
        return (Pairs(_pairs(element, look), style == "glance"),)
    if tag == "table":
        return (_table(element, look),)
    if tag == "blockquote":
        return (Box(_within(element, look), "quote"),)
    if tag == "aside":
        return (Box(_within(element, look), "notes"),)
    if tag == "section" and style in _SECTIONS:
        return (Box(_within(element, look), style),)
    if tag == "img":
        return (Picture(element.get("src"), element.get("alt"), look.language),)
    if tag == "hr":
        return ()
    return _within(element, look)


def _paragraph(element: Any, look: Run, style: str) -> tuple[Block, ...]:
    if style == "lines":
        return (Lines(int(element.get("data-lines"))),)
    runs = _trimmed(_inline(element, look))
    return (Paragraph(runs, style),) if runs else ()


def _pairs(element: Any, look: Run) -> tuple[tuple[Runs, tuple[Block, ...]], ...]:
    found: list[tuple[Runs, tuple[Block, ...]]] = []
    term: Runs = ()
    for child in element.iter("dt", "dd"):
        own = _looked(child, look)
        if child.tag == "dt":
            term = _trimmed(_inline(child, own))
        else:
            found.append((term, _within(child, own)))
    return tuple(found)


def _table(element: Any, look: Run) -> Table:
    head = tuple(_trimmed(_inline(one, _looked(one, look))) for one in element.iterfind(".//th"))
    rows = tuple(
        tuple(_within(cell, _looked(cell, look)) for cell in row.iterchildren("td"))
        for row in element.iterfind(".//tbody/tr")
    )
    return Table(head, rows)


def _inline(element: Any, look: Run) -> list[Run]:
    """The runs of an element and of all within it."""
    look = _looked(element, look)
    if element.tag == "br":
        return [replace(look, text="\n")]
    found = _text(element.text, look)
    for child in element:
        found += _inline(child, look)
        found += _text(child.tail, look)
    return found


def _looked(element: Any, look: Run) -> Run:
    """How the words inside an element look."""
    language = element.get("lang") or look.language
    tag = element.tag
    if tag in ("strong", "b"):
        return replace(look, strong=True, language=language)
    if tag == "em":
        return replace(look, em=True, language=language)
    if tag in ("code", "pre"):
        return replace(look, code=True, language=language)
    if tag == "a":
        return replace(look, href=element.get("href") or "", language=language)
    return replace(look, language=language) if language != look.language else look


def _text(text: str | None, look: Run) -> list[Run]:
    """Words as HTML shows them: any white space is one space."""
    if not text:
        return []
    return [replace(look, text=_SPACE.sub(" ", text))]


def _trimmed(runs: Sequence[Run]) -> Runs:
    """Runs that look alike joined, without white space at the ends or twice in a row."""
    found: list[Run] = []
    for run in runs:
        ends = not found or found[-1].text.endswith((" ", "\n"))
        text = run.text.lstrip(" ") if ends else run.text
        if not text:
            continue
        if found and replace(found[-1], text="") == replace(run, text=""):
            found[-1] = replace(run, text=found[-1].text + text)
        else:
            found.append(replace(run, text=text))
    while found and not found[-1].text.rstrip(" \n"):
        found.pop()
    if found:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" \n"))
    return tuple(found)
