"""What a page is: an address known before anything is rendered, and the content made on demand."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from markupsafe import Markup, escape

from builder.model.base import Document
from builder.model.text import Text

if TYPE_CHECKING:
    from builder.model.curriculum import Curriculum
    from builder.pages.view import View

Section = Literal["home", "families", "teachers", "district", "glossary"]
Shape = Literal["reading", "wide", "sheet"]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a page stands below its language's home: `lessons/second-source/`."""

    path: str
    kind: str
    id: str = ""

    @property
    def page_type(self) -> PageType:
        """The type that renders it."""
        return _TYPES[self.kind]

    @property
    def document(self) -> tuple[type[Document], str] | None:
        """The document that the page shows, if it shows one."""
        kind, shows = self.page_type.of, self.page_type.shows
        return (kind, self.id.partition("/")[0]) if kind and shows else None


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way from the home page; without a path it is the page itself."""

    title: Text | Markup
    path: str | None = None


Record = Mapping[str, Any]


def record(
    title: Text | Markup,
    summary: Text | Markup,
    *words: str,
    at: str = "",
    of: str = "",
    uses: Iterable[str] = (),
) -> Record:
    """What search looks through: a title, a summary, and words that need not stand in either.

    `at` is a place within the page, such as `#bias`. `of` is what it speaks of where that is not
    the document of its page, and `uses` are the terms and outcomes it names, as `term/bias`.
    """
    told = {
        "title": shown(title),
        "summary": shown(summary),
        "languages": [one.language if isinstance(one, Text) else "" for one in (title, summary)],
        "words": ",".join(words),
        "at": at,
        "of": of,
        "uses": list(uses),
    }
    return {name: value for name, value in told.items() if value}


def shown(words: Text | Markup) -> str:
    """The letters a reader sees."""
    return words.unescape() if isinstance(words, Markup) else words.shown


@dataclass(frozen=True, slots=True)
class Content:
    """What a page function returns: words for the head, the template and its values."""

    title: Text | Markup
    description: Text | Markup
    template: str
    values: Mapping[str, Any]
    crumbs: tuple[Crumb, ...] = ()
    linked: Mapping[str, Any] = field(default_factory=dict)
    search: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page: an HTML fragment in the reader's language and what its shell needs."""

    address: Address
    title: str
    description: str
    html: str
    toc: tuple[tuple[str, Markup], ...]
    linked: Mapping[str, Any]
    search: tuple[Record, ...]
    reads: frozenset[str]


_HEADING = re.compile(r'<h2 id="(?!school-words")([^"]+)"[^>]*>(.*?)</h2>', re.S)
# One passage, perhaps with its number before it.
_FOREIGN = re.compile(r'(?:[^\w<]|\d)*<span[^>]* (lang="[^"]+" dir="[^"]+")[^>]*>[^<]*</span>\s*')


def toc(html: str) -> tuple[tuple[str, Markup], ...]:
    """The headings of a page by their ids, each in the language it is in."""
    return tuple((id, _entry(heading)) for id, heading in _HEADING.findall(html))


def _entry(heading: str) -> Markup:
    words, foreign = escape(Markup(heading).striptags()), _FOREIGN.fullmatch(heading)
    return Markup(f"<span {foreign[1]}>{words}</span>") if foreign else words


def title_of(content: Content) -> str:
    """The title for the browser's tab: the page, then what it belongs to; no two are alike."""
    way = [shown(crumb.title) for crumb in content.crumbs[-2:]] or [shown(content.title)]
    return " · ".join(reversed(way))


Render = Callable[..., Content]


@dataclass(frozen=True, slots=True)
class PageType:
    """A kind of page: its section of the site, its shape, what it shows, and its function."""

    name: str
    section: Section
    shape: Shape
    of: type[Document] | None
    addresses: Callable[[Curriculum], Iterable[Address]]
    render: Render
    shows: bool = True
    """Whether its words are those of the document, or of the site and of other documents."""


_TYPES: dict[str, PageType] = {}


def page(
    pattern: str,
    section: Section,
    of: type[Document] | None = None,
    each: Callable[[Any], Iterable[str]] | None = None,
    shape: Shape = "reading",
    shows: bool = True,
) -> Callable[[Render], Render]:
    """Marks a page function.

    With `of` there is a page for each document of that kind, or for each of the ids that `each`
    makes from it; `{id}` in the pattern takes the id. Of a kind with `only` one document that one
    alone has a page. A page that `shows` no words of its document, as that has none to translate,
    is in a language when the words of the site are.
    """

    def mark(render: Render) -> Render:
        name = render.__name__.replace("_", "-")

        def addresses(curriculum: Curriculum) -> Iterator[Address]:
            for one in _ids(curriculum, of, each):
                yield Address(pattern.replace("{id}", one), name, one)

        _TYPES[name] = PageType(name, section, shape, of, addresses, render, shows)
        return render

    return mark


def _ids(
    curriculum: Curriculum,
    of: type[Document] | None,
    each: Callable[[Any], Iterable[str]] | None,
) -> Iterator[str]:
    if of is None:
        yield ""
        return
    for document in curriculum.all(of).values():
        if of.only and document.id != of.only:
            continue
        yield from each(document) if each else (document.id,)


@cache
def every() -> tuple[PageType, ...]:
    """All page types, by name."""
    package = import_module("builder.pages")
    for module in pkgutil.iter_modules(package.__path__, "builder.pages."):
        import_module(module.name)
    return tuple(_TYPES[name] for name in sorted(_TYPES))


def addresses(curriculum: Curriculum) -> tuple[Address, ...]:
    """Every page of the site in one language, sorted by path."""
    found = [one for kind in every() for one in kind.addresses(curriculum)]
    return tuple(sorted(found, key=lambda one: one.path))


def homes(found: Iterable[Address]) -> Mapping[tuple[str, str], str]:
    """The path of the page that shows each document, by kind and id: of several the shortest."""
    told: dict[tuple[str, str], str] = {}
    for one in found:
        if one.document:
            kind, id = one.document
            key = (kind.kind, id)
            told[key] = min(told.get(key, one.path), one.path, key=len)
    return told


def render(view: View, address: Address) -> Content:
    """The content of the page at `address`."""
    kind = address.page_type
    return kind.render(view, address.id) if address.id else kind.render(view)
