"""The code of a page, read by a grammar so narrow that every browser reads it the same way.

What is not a tag with quoted values, a letter or a known code of one, a comment of the theme or
one of its scripts, is an error: no browser has anything left to guess.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

import lxml.html

_PIECE = re.compile(
    r"(?P<doctype><!(?:doctype|DOCTYPE) html>)"
    r"|<!--(?P<comment>[\w:/ -]*)-->"
    r"|<(?P<raw>script|style)(?P<of>(?: [a-z-]+(?:=\"[^\"<>]*\")?)*)>"
    r"(?P<inside>(?:(?!<!--|</(?:script|style)).)*)</(?P=raw)>"
    r"|</(?P<end>[a-z][a-z0-9-]*)>"
    r"|<(?P<start>[a-zA-Z][a-zA-Z0-9-]*)(?P<attributes>(?:\s+[a-zA-Z:_-]+(?:=(?:\"[^\"<]*\""
    r"|[\w./:#-]+))?)*)\s*/?>"
    r"|(?P<letters>(?:[^<&]|&(?:amp|lt|gt|quot|nbsp|middot|#34|#39|#x27|#\d+);)+)",
    re.S,
)
_ATTRIBUTE = re.compile(r"([a-zA-Z:_-]+)(?:=(?:\"([^\"]*)\"|([\w./:#-]+)))?")


class Markup:
    """A page or a part of one."""

    def __init__(self, html: str) -> None:
        self.html = html

    @cached_property
    def faults(self) -> list[str]:
        """What the grammar does not know; only the first, as the rest may follow from it."""
        at = 0
        while at < len(self.html):
            found = _PIECE.match(self.html, at)
            if not found:
                return [f"at {at}: {self.html[at : at + 120]}"]
            at = found.end()
        return []

    @cached_property
    def kinds(self) -> Counter[tuple[str, str]]:
        """How often each element stands there, alone and with each of its attributes; each id."""
        return Counter(self._kinds())

    def _kinds(self) -> Iterator[tuple[str, str]]:
        for found in _PIECE.finditer(self.html):
            name = found["start"] or found["raw"]
            if name:
                yield name, ""
                for attribute in _ATTRIBUTE.finditer(found["attributes"] or found["of"] or ""):
                    yield name, attribute[1]
                    if attribute[1] == "id":
                        yield "#", attribute[2] or attribute[3]

    @cached_property
    def tree(self) -> lxml.html.HtmlElement:
        """The page as a tree: what has no fault, any parser reads alike."""
        return lxml.html.document_fromstring(self.html)

    def passages(self) -> Iterator[tuple[str, str]]:
        """The letters of each passage by its address."""
        for one in self.tree.iter():
            if isinstance(one.tag, str) and one.get("data-at"):
                yield one.get("data-at"), even(one.text_content())

    def addresses(self) -> Iterator[str]:
        """Wherever an attribute leads or sends to."""
        names = ("href", "src", "srcset", "action", "formaction", "data", "poster", "xlink:href")
        for one in self.tree.iter():
            for name in names:
                if one.get(name):
                    yield one.get(name)


def even(words: str) -> str:
    """The words with each run of white space as one space, as a browser shows them."""
    return re.sub(r"\s+", " ", words).strip()
