"""What stands round a page: rendered once for pages that share it, then joined.

The one idea: all pages of one (language, section, depth) have the same header, tabs, drawer and
footer. The theme renders them once with a mark in each place that differs; joining replaces marks.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Scripts = tuple[re.Pattern[str], ...]
SLOTS = (
    *("title", "description", "canonical", "linked", "languages", "toc", "content", "wide"),
    "current",
)
_MARK = re.compile("<!--slot ([a-z]+)-->")
_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src|type)=)[^>]*>(.*?)</script>", re.S)
_EXPRESSION = re.compile(r"\{\{.*?\}\}")
_HTML = re.compile(r'<html lang="[^"]*"')
_POLICY = "<!--content-security-policy-->"


def mark(slot: str) -> str:
    """What stands for a slot while the shell is rendered; words cannot hold it, being escaped."""
    return f"<!--slot {slot}-->"


@dataclass(frozen=True, slots=True)
class Shell:
    """The rendered surroundings, cut at their marks: text, slot, text, slot, … text."""

    pieces: tuple[str, ...]

    @classmethod
    def of(cls, html: str, language: str, direction: str, trusted: Scripts) -> Shell:
        """The shell from the theme's HTML, with its language and its security policy."""
        html = _HTML.sub(f'<html lang="{language}" dir="{direction}"', html, count=1)
        html = html.replace(_POLICY, policy(html, trusted), 1)
        return cls(tuple(_MARK.split(html)))

    def join(self, slots: Mapping[str, str]) -> str:
        """The whole page."""
        parts = list(self.pieces)
        for number in range(1, len(parts), 2):
            parts[number] = slots[parts[number]]
        return "".join(parts)


def scripts(source: str) -> Scripts:
    """The inline scripts of a theme template; an expression in one stands for a relative path."""
    return tuple(
        re.compile("[./]*".join(re.escape(part) for part in _EXPRESSION.split(script)))
        for script in _SCRIPT.findall(source)
    )


def policy(html: str, trusted: Scripts) -> str:
    """A Content-Security-Policy that lets run the theme's own scripts in this page, and no other.

    Source: W3C Content Security Policy Level 3, hash sources.
    """
    found = (one for one in _SCRIPT.findall(html) if any(own.fullmatch(one) for own in trusted))
    hashes = sorted({_hash(script) for script in found})
    rules = (
        "default-src 'none'",
        "script-src 'self' " + " ".join(hashes),
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'",
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


class Shells:
    """The shells of one language, each rendered when it is first needed."""

    def __init__(self, language: str, direction: str, trusted: Scripts) -> None:
        self.language, self.direction, self.trusted = language, direction, trusted
        self._made: dict[tuple[str, int], Shell] = {}

    def empty(self) -> Shells:
        """The same without a shell made."""
        return Shells(self.language, self.direction, self.trusted)

    def get(self, section: str, depth: int, render: Callable[[], str]) -> Shell:
        """The shell of a section at a depth; `render` makes it the first time."""
        key = (section, depth)
        if key not in self._made:
            self._made[key] = Shell.of(render(), self.language, self.direction, self.trusted)
        return self._made[key]
