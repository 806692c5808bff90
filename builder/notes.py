"""What a translator is told of a passage: where it stands, who reads it, what must fit or stay.

The one idea: a note is made from ids, the model and the English alone, in three lines at most, so
that it changes only when the passage does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from builder.bridge import finder
from builder.interface import interface_places
from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.model.grades import BANDS
from builder.model.readers import reader
from builder.model.register import Term
from builder.model.room import MOST, limit
from builder.model.text import Text, Title
from builder.plain_names import FIELDS, KINDS
from builder.settings import Settings

_FORMS: Mapping[str, str] = {
    "title": "Plain words, no Markdown.",
    "line": "One line; keep Markdown and links as they are.",
    "prose": "Keep Markdown, links and paragraphs as they are.",
    "words": "The words of your language for it, as many as there are, with commas between.",
}
_WIDE = ("zh", "ja", "ko")
_PLACE = re.compile(r"\{\w+\}")
_LONGEST_LIST = 3
_SHORTEST_TERM = 3
"""“AI” stands on nearly every page, and each language has its settled word for it."""


@dataclass(frozen=True)
class Notes:
    """What all notes have in common: the school words of the glossary, the room of titles."""

    terms: tuple[str, ...] = ()
    most: int = MOST

    @classmethod
    def of(cls, curriculum: Curriculum, settings: Settings) -> Notes:
        """The notes of a district's curriculum."""
        most = settings.rules.get("too-long-for-place", {}).get("most", "")
        terms = sorted(one.term for one in curriculum.all(Term).values())
        return cls(tuple(terms), int(most) if re.fullmatch("[0-9]{1,9}", most) else MOST)

    def on(self, document: Document, passage: Text, language: str) -> str:
        """The note on a passage of a document."""
        who, form = reader(document, passage), passage.form
        met = "Typed into the search" if form == "words" else f"Read by {who}"
        lines = [
            f"{where(document, passage.address)}. {met}.",
            " ".join(filter(None, (_FORMS[form], self._room(passage, language)))),
            "" if form == "title" or who == "staff" else self._words(passage.words),
        ]
        return "\n".join(filter(None, lines))

    def on_word(self, word: str, language: str) -> str:
        """The note on a word of the site itself."""
        places = interface_places(word)
        many = len(places) > _LONGEST_LIST
        listed = "many places" if many else ", ".join(places) or "the name of the site"
        kept = ", ".join(dict.fromkeys(_PLACE.findall(word)))
        lines = [
            f"Words of the site itself: {listed}. Read by everyone.",
            f"{_FORMS['title']} {self._room(Title(word, word), language)}".strip(),
            kept and f"The page puts something in the place of {kept}: copy the braces and all.",
        ]
        return "\n".join(filter(None, lines))

    def _room(self, passage: Text, language: str) -> str:
        fits = limit(passage, self.most)
        if fits is None:
            return ""
        wide = language.partition("-")[0] in _WIDE
        return f"At most {fits // 2} characters." if wide else f"At most {fits} letters."

    def _words(self, english: str) -> str:
        found = list(dict.fromkeys(self._terms_in(english)))
        if not found:
            return ""
        shown = ", ".join(found[:_LONGEST_LIST])
        return f"School words: {shown}. Keep the English word beside your own."

    def _terms_in(self, english: str) -> Iterator[str]:
        if self.terms:
            for found in self._pattern.finditer(english):
                yield self._by_letters[found[1].lower()]

    @cached_property
    def _by_letters(self) -> Mapping[str, str]:
        return {one.lower(): one for one in self.terms if len(one) >= _SHORTEST_TERM}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return finder(self._by_letters)


def page(kind: type[Document]) -> str:
    """The kind of page in plain words: “Family guide”."""
    return KINDS.get(kind.kind, kind.kind.capitalize())


def kind(document: Document) -> str:
    """The kind of page in plain words, with its grades or its word: “Family guide, grades 3–5”."""
    name = page(type(document))
    if isinstance(document, Term):
        return f"{name}, the word “{document.term}”"
    band = getattr(document, "band", document.id)
    if band not in BANDS:
        return name
    return f"{name}, grades {band.upper().replace('-', '–')}"


def where(document: Document, address: str) -> str:
    """Where the passage stands: “Family guide, grades 3–5: heading of section “at home””."""
    *before, last = address.split("/")
    inner = last in ("title", "text") and bool(before)
    place = ", ".join(_steps(document, before if inner else [*before, last]))
    heading = "heading of " if last == "title" and before else ""
    return f"{kind(document)}: {heading}{place}"


def _steps(document: Document, steps: Iterable[str]) -> Iterator[str]:
    """The steps of an address in plain words; an item stands with the list that it is in."""
    value: Any = document
    listed = ""
    for step in steps:
        if listed:
            value = next((one for one in value if one.slug == step), None)
            yield f"{listed} {_quoted(step)}"
            listed = ""
        elif isinstance(value, dict):
            value = value.get(step)
            yield f"column {_quoted(step)}"
        else:
            value = getattr(value, step, getattr(value, f"{step}_", None))
            name = FIELDS.get(f"{document.kind}.{step}") or FIELDS.get(step)
            name = name or step.replace("_", " ")
            if isinstance(value, tuple):
                listed = name
            elif not isinstance(value, dict):
                yield name


def _quoted(slug: str) -> str:
    """An id as words; an outcome’s code and a number stay as they are."""
    return f"“{slug.replace('-', ' ')}”" if slug.islower() else slug
