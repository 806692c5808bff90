"""New and changed lessons of a grade band as an Atom feed, in every language.

The one idea: what is told once keeps its name. Each lesson that came, and each change of one, is an
entry of its own under the day that the lesson gives; a build asks no clock.

Source: RFC 4287. An id there must never change, not when the site moves either: so it is a UUID.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from builder import labels
from builder.identity import urn
from builder.model.grades import Band
from builder.model.lesson import Lesson
from builder.model.text import Text
from builder.pages import View
from builder.pages.linked import LICENSE
from builder.pages.view import Card
from builder.templates import Reader, words_for
from builder.web import Web

MOST = 60
"""So many entries a feed has: readers keep what they have seen."""
_NEW, _CHANGED = labels.N_("New: {title}"), labels.N_("Changed: {title}")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class News:
    """That a lesson came, or what has changed in it, with its day."""

    lesson: Card
    day: date
    kind: str
    words: Text


def path(band: str) -> str:
    """Where the feed of a band stands below a language's home."""
    return f"feeds/{band}.xml"


def of_band(band: str) -> Callable[[View, Web], str]:
    """What makes the feed of a band."""
    return partial(_feed, band)


def news(cards: list[Card]) -> list[News]:
    """What is new and what has changed in these lessons, the newest first."""
    found = [one for card in cards for one in _of(card)]
    return sorted(found, key=lambda one: (-one.day.toordinal(), one.lesson.id, one.kind))


def _of(card: Card) -> Iterator[News]:
    yield News(card, card.added_on, "new", card.summary)
    for one in card.changes:
        yield News(card, one.on, "changed", one.text)


def _feed(id: str, view: View, web: Web) -> str:
    """The feed, which stands empty at its address where the band has no lesson."""
    band = view.band(id)
    found = news([one for one in view.cards(Lesson) if one.band == id])[:MOST]
    language, words = view.reader.language, view.words
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", _LANG: language})
    _add(root, "id", urn(language, "feed", id))
    _add(root, "title", _title(view, band))
    days = [one.day for one in found] or [one.changed_on for one in view.strands]
    _add(root, "updated", _moment(max(days)))
    link = {"rel": "self", "type": "application/atom+xml"}
    SubElement(root, "link", {**link, "href": web.address(path(id), language)})
    _page(root, web.address(f"lessons/#{id}", language), language)
    _add(SubElement(root, "author"), "name", view.settings.district.name)
    rights = words("CC BY 4.0: use it and change it, name us and link to the license.")
    _add(root, "rights", f"{rights.unescape()} {LICENSE}")
    for one in found:
        _entry(root, one, view, web)
    indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _title(view: View, band: Band) -> str:
    title = view.words("New and changed lessons: {band}", band=band.title.shown)
    return f"{view.words(view.settings.site_name).unescape()}: {title.unescape()}"


def _entry(root: Element, one: News, view: View, web: Web) -> None:
    """One entry, each of its words in a language of its own."""
    language, name, day = view.reader.language, one.lesson.name, one.day.isoformat()
    entry = SubElement(root, "entry")
    _add(entry, "id", urn(language, "lesson", one.lesson.id, one.kind, day))
    reader = view.reader if name.language == language else Reader("en", "ltr", {})
    title = words_for(reader, _NEW if one.kind == "new" else _CHANGED, title=name.shown)
    _add(entry, "title", title.unescape(), name.language, language)
    _add(entry, "published", _moment(one.day))
    _add(entry, "updated", _moment(one.day))
    _page(entry, web.address(f"lessons/{one.lesson.id}/", language), language)
    SubElement(entry, "category", {"term": one.kind})
    _add(entry, "summary", one.words.shown, one.words.language, language)


def _add(parent: Element, name: str, words: str, own: str = "", of_feed: str = "") -> None:
    """An element with words, which name their language where it is not that of the feed."""
    element = SubElement(parent, name, {} if own == of_feed else {_LANG: own})
    element.text = words  # neither YAML nor PO may hold a character that XML may not


def _page(parent: Element, address: str, language: str) -> None:
    link = {"rel": "alternate", "type": "text/html", "hreflang": language, "href": address}
    SubElement(parent, "link", link)


def _moment(day: date) -> str:
    """The beginning of the day. Source: RFC 3339."""
    return f"{day.isoformat()}T00:00:00Z"
