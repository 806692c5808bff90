"""The bridge between two languages: English words marked as such, school words that can be tapped.

The one idea: a school keeps its academic words in English, so a family's page holds them within its
own language. Each such word carries its language, so that it is read aloud and set rightly (WCAG
2.1, success criterion 3.1.2), and the first mention of a glossary term on a page opens its meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

_TOKEN = re.compile(r"(<[^>]*>)|((?:[^<&]|&[#\w]+;)+)")
_TAG = re.compile(r"<(/?)(\w+)")
# Within these nothing is marked: what is linked, code, or marked already.
_CLOSED = frozenset(("a", "bdi", "button", "code", "pre"))
_RAISED = frozenset(("em", "strong"))
# Latin words in a text of another script. Short forms in capitals have come to belong to it.
_WORD = r"[A-Za-z](?:[A-Za-z0-9_.+/-]|&#39;|’)*"
_RUN = re.compile(rf"(?<![A-Za-z0-9_@./&;-]){_WORD}(?:[ \u00a0](?:&amp; )?{_WORD})*(?<![./+-])")
_SHORT = re.compile(r"[A-Z]{1,4}|[A-Za-z]")
_BRACKETS = re.compile(r"[(（]([^()（）]+)[)）]")
LATIN = frozenset(("en", "es", "tl", "vi"))
"""Languages written in Latin letters: there only what is raised or in brackets may be English."""


def finder(names: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the names, the longest first, also with an s at the end; group 1 is the name."""
    longest_first = sorted(names, key=lambda one: (-len(one), one))
    either = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"\b({either})s?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Terms:
    """The glossary terms by their English names, in small letters."""

    ids: Mapping[str, str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds any of them as it stands in HTML."""
        return finder(str(escape(name)) for name in self.ids)

    def id(self, name: str) -> str:
        """The id of the term of this name as it stands in HTML."""
        return self.ids[Markup(name).unescape().lower()]


def bridged(
    html: str, terms: Terms, met: dict[str, None] | None, language: str, english: str = ""
) -> Markup:
    """The safe HTML of a passage with its English words and its school words marked.

    `met` are the terms of the page so far, by id; those that are met here first are added. Without
    it no term opens. `english` are the words that a translation was made from.
    """
    marks = _Marks(terms, met, language, english.lower())
    open_tags: list[str] = []
    told: list[str] = []
    for tag, text in _TOKEN.findall(html):
        if tag:
            _step(open_tags, tag)
            told.append(tag)
        elif _CLOSED.isdisjoint(open_tags):
            told.append(marks.text(text, raised=not _RAISED.isdisjoint(open_tags)))
        else:
            told.append(text)
    return Markup("".join(told))


def _step(open_tags: list[str], tag: str) -> None:
    found = _TAG.match(tag)
    if not found or tag.endswith("/>"):
        return
    if not found[1]:
        open_tags.append(found[2])
    elif found[2] in open_tags:
        while open_tags.pop() != found[2]:
            pass


@dataclass(frozen=True)
class _Marks:
    terms: Terms
    met: dict[str, None] | None
    language: str
    english: str

    def text(self, text: str, *, raised: bool) -> str:
        """A stretch of text without tags, marked."""
        if self.language == "en":
            return self._with_terms(text)
        if self.language not in LATIN:
            return _RUN.sub(lambda run: self._english(run[0]), text)
        if raised:
            return self._borrowed(text)
        return _BRACKETS.sub(lambda held: self._with_terms(held[0]), text)

    def _english(self, run: str) -> str:
        """A run of Latin words; it keeps its order in a text that runs the other way."""
        if _SHORT.fullmatch(run):
            return run
        told = self._with_terms(run)
        return told if told.startswith("<button") else f'<bdi lang="en">{told}</bdi>'

    def _borrowed(self, words: str) -> str:
        """Raised words: English where they are a term or stand so in the English passage."""
        told = self._with_terms(words)
        if told != words or len(words) < 4 or words.lower() not in self.english:
            return told
        return words if f"*{words.lower()}*" in self.english else f'<span lang="en">{words}</span>'

    def _with_terms(self, words: str) -> str:
        return self.terms.pattern.sub(lambda found: self._term(found[0], found[1]), words)

    def _term(self, written: str, name: str) -> str:
        id = self.terms.id(name)
        if self.language in LATIN - {"en"} and Markup(name).unescape().lower() not in self.english:
            return written
        own = "" if self.language == "en" else ' lang="en" dir="ltr"'
        if self.met is None or id in self.met:
            return f"<span{own}>{written}</span>" if own else written
        self.met[id] = None
        target = f'popovertarget="meaning-{id}"'
        return f'<button type="button" class="term" {target}{own}>{written}</button>'
