"""Cuts out of a finished page whatever leads to an address, and nothing else of it.

The page is a file that this project wrote, so its tags are whole; it is cut by places and never
written anew: every other byte stays.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\"[^\"]*\"|'[^']*'|[^'\">])*)>")
_HREF = re.compile(r"\bhref=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.S)
_DATA = re.compile(r'(<script type="application/ld\+json">)(.*?)(</script>)', re.S)
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})
# The smallest of these that speaks of nothing else goes as a whole.
_ITEMS = frozenset({"li", "tr", "section"})


def heading(html: str) -> str:
    """The letters of the page’s title; empty where it has none."""
    found = _HEADING.search(html)
    return unescape(_TAG.sub("", found[1])).strip() if found else ""


def without_links(html: str, path: str, titles: Collection[str]) -> str:
    """The page without what leads to the path or below it, and without its names as linked data."""
    html = _DATA.sub(lambda found: found[1] + _data(found[2], titles) + found[3], html)
    for start, end in sorted(_cuts(html, path), reverse=True):
        html = html[:start] + html[end:]
    return html


@dataclass
class _Element:
    """An element that is open: its name, where it begins, which links it holds."""

    name: str
    start: int
    leads: bool = False
    links: list[bool] = field(default_factory=list)
    cuts: list[tuple[int, int]] = field(default_factory=list)


def _cuts(html: str, path: str) -> list[tuple[int, int]]:
    """The stretches to take out; none of them within another."""
    whole = _Element("", 0)
    open_ = [whole]
    for closing, name, attributes, start, end in _tags(html):
        if closing:
            if all(one.name != name for one in open_[1:]):
                continue
            while open_[-1].name != name:
                _close(open_, start)
            _close(open_, end)
        elif name not in _VOID and (name == "a" or not attributes.endswith("/")):
            one = _Element(name, start)
            if name == "a":
                one.leads = _leads(attributes, path)
                one.links = [one.leads] if not _within(attributes) else []
            open_.append(one)
    while len(open_) > 1:
        _close(open_, len(html))
    return whole.cuts


def _close(open_: list[_Element], end: int) -> None:
    """Close the innermost element; what is cut of it, and its links, are its parent’s."""
    one, parent = open_.pop(), open_[-1]
    parent.links += one.links
    item = one.name in _ITEMS and any(one.links) and all(one.links)
    parent.cuts += [(one.start, end)] if one.leads or item else one.cuts


def _tags(html: str) -> Iterator[tuple[bool, str, str, int, int]]:
    within = ""
    for tag in _TAG.finditer(html):
        closing, name = bool(tag[1]), tag[2].lower()
        if within and not (closing and name == within):
            continue  # a script holds no elements
        within = name if name in ("script", "style") and not closing else ""
        yield closing, name, tag[3], tag.start(), tag.end()


def _href(attributes: str) -> str:
    found = _HREF.search(attributes)
    return unescape(next((one for one in found.groups() if one is not None), "")) if found else ""


def _leads(attributes: str, path: str) -> bool:
    """Whether the link goes to the path, from wherever the page stands."""
    place = _href(attributes)
    return f"/{path}" in f"/{place.lstrip('./')}"


def _within(attributes: str) -> bool:
    """Whether the link stays on its page."""
    return _href(attributes).startswith("#")


def _data(words: str, titles: Collection[str]) -> str:
    try:
        told = json.loads(words)
    except ValueError:
        return words
    kept = _named_otherwise(told, titles)
    if kept == told:
        return words
    return json.dumps(kept, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")


def _named_otherwise(value: Any, titles: Collection[str]) -> Any:
    if isinstance(value, dict):
        return {key: _named_otherwise(one, titles) for key, one in value.items()}
    if isinstance(value, list):
        return [
            _named_otherwise(one, titles)
            for one in value
            if not (isinstance(one, dict) and one.get("name") in titles)
        ]
    return value
