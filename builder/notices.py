"""What a page says of itself: how far its translation has come, that it is retired, what its words
mean.

The builder puts these in once the page is rendered, because only then it is known what was shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from builder import templates, translations
from builder.facts import Facts
from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.model.register import Term
from builder.model.text import State
from builder.pages import Address, View
from builder.templates import Reader

_NOTICE = "<!--translation-notice-->"
_MEANINGS = "<!--meanings-->"


@dataclass(frozen=True)
class Notices:
    """Fills the places that page templates leave for notices."""

    curriculum: Curriculum
    homes: Mapping[tuple[str, str], str]
    facts: Callable[[str, Document], Facts]
    catalog: Callable[[str, Document], translations.Catalog]
    _made: dict[tuple[Any, ...], str] = field(default_factory=dict)

    def put(self, html: str, view: View, address: Address) -> str:
        """The page with its notices and the meanings of its school words."""
        retired = self._retired(view, address)
        html = html.replace(_NOTICE, retired + self._translation(view.reader, address), 1)
        view.reads.add("names term")
        return html.replace(_MEANINGS, _meanings(view), 1)

    def _retired(self, view: View, address: Address) -> str:
        """Why a page is only kept for those who have its address, and what to use instead."""
        if address.document is None:
            return ""
        kind, id = address.document
        if self.curriculum.all(kind)[id].status != "retired":
            return ""
        document = view.document(kind, id)
        instead = document.replaced_by
        values = {
            "because": document.retired_because,
            "instead": view.card(kind, instead).name if instead else None,
            "path": self.homes.get((kind.kind, instead or "")),
        }
        return templates.render("retired.html.jinja", view.reader, values)

    def _translation(self, reader: Reader, address: Address) -> str:
        """How far the translation of a page has come, counted once it is rendered."""
        if reader.language == "en" or not reader.shown:
            return ""
        told, day = _translated(reader.shown), None
        if address.document:  # names of other things on the page are no translation of it
            kind, id = address.document
            document = self.curriculum.all(kind)[id]
            told = told if self.facts(reader.language, document).share else "none"
            if told == "reviewed":
                day = translations.reviewed_on(self.catalog(reader.language, document))
        missing, stale = reader.shown[False, State.MISSING], reader.shown[False, State.STALE]
        key = (reader.language, told, missing, stale, day)
        if key not in self._made:
            values = {"translated": told, "missing": missing, "stale": stale, "reviewed_on": day}
            self._made[key] = templates.render("notice.html.jinja", reader, values)
        return self._made[key]


def _meanings(view: View) -> str:
    """What the school words of the page mean, at its end."""
    if not view.reader.met:
        return ""
    terms = [view.document(Term, id) for id in sorted(view.reader.met)]
    return templates.render("meanings.html.jinja", view.reader, {"terms": terms})


def _translated(shown: Mapping[tuple[bool, State], int]) -> str:
    """How much of a page is in the reader's language: none, part, draft or reviewed."""
    own = {state for there, state in shown if there}
    if not own:
        return "none"
    if any(not there for there, _ in shown):
        return "part"
    return "reviewed" if own == {State.REVIEWED} else "draft"
