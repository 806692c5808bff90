"""What each page puts into the shell, and what the shell itself needs to know."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Literal

from markupsafe import Markup, escape

from builder import labels, qr, templates
from builder.pages import Page, linked
from builder.settings import District, Language
from builder.site import Site
from builder.templates import Reader, words_for
from builder.web import Web, path_in

Place = Literal["edition", "next"]
"""Where a site stands among editions: as one that stays, or as what comes after them."""

_LANGUAGES = "<!--languages-->"
_ADDRESS = re.compile("<!--address(?::([a-z0-9/-]+))?-->")  # of this page, or of the one named
_PATH = "\ue002"  # stands for the path in a menu; the path itself is made of ids


def speaker(reader: Reader) -> Callable[..., Markup]:
    """A function that says interface words to this reader."""
    return lambda words, **values: words_for(reader, words, **values)


def surroundings(site: Site, language: Language, place: Place | None) -> dict[str, Any]:
    """What the theme's templates may name besides MkDocs's own context."""
    say = speaker(site.reader(language.id))
    tabs = (
        ("families", say(labels.SECTIONS["families"]), "families/"),
        ("teachers", say(labels.SECTIONS["teachers"]), "lessons/"),
        ("district", say(labels.SECTIONS["district"]), "district/"),
        ("glossary", say(labels.SECTIONS["glossary"]), "glossary/"),
    )
    return {
        "tabs": tabs,
        "district": _escaped(site.settings.district),
        "phone": Markup('<bdi class="ltr">{}</bdi>').format(site.settings.district.phone),
        "edition": site.settings.edition,
        "among": place,
        "upward": "../" if language.id == "en" else "../../",
        "site_title": say(site.settings.site_name),
        "language": language,
    }


def _escaped(district: District) -> dict[str, Any]:
    """The district's words as HTML: the theme's environment escapes nothing by itself."""
    told = district.model_dump()
    return {name: escape(one) if isinstance(one, str) else one for name, one in told.items()}


class Slots:
    """Fills the shell's slots for the pages of one language."""

    def __init__(self, site: Site, language: Language, site_url: str) -> None:
        self.site, self.language, self.web = site, language, Web(site_url)
        name = words_for(site.reader(language.id), site.settings.site_name).unescape()
        self.ending = f" · {name}"
        self._menus: dict[tuple[object, ...], str] = {}

    def fill(self, page: Page) -> Mapping[str, str]:
        """The page's own part of the shell; every value is HTML."""
        path, there = page.address.path, self._there(page)
        reader = self.site.reader(self.language.id, path)
        toc = page.toc if page.address.page_type.shape == "reading" else ()
        content = page.html
        if _LANGUAGES in content:
            row = self._menu(page, reader, "language-row.html.jinja", there)
            content = content.replace(_LANGUAGES, row, 1)
        place = self.web.address(path, self.language.id)
        if found := _ADDRESS.search(content):
            aim = self.web.address(found[1], self.language.id) if found[1] else place
            address = aim.partition("://")[2]
            values = {"address": address, "code": qr.drawing(aim), "own": not found[1]}
            told = templates.render("address.html.jinja", reader, values)
            content = content.replace(found[0], told, 1)
        return {
            "title": str(escape(page.title + (self.ending if path else ""))),
            "description": str(escape(page.description)),
            "canonical": str(escape(place)),
            "linked": self._linked(page, there),
            "languages": self._menu(page, reader, "languages.html.jinja", there),
            "toc": templates.render("toc.html.jinja", reader, {"toc": toc}) if toc else "",
            "content": content,
            "current": path_in(self.language.id, path),
            "wide": f" page--{page.address.page_type.shape}",
        }

    def _linked(self, page: Page, there: tuple[bool, ...]) -> str:
        known = zip(self.site.settings.languages, there, strict=True)
        others = [one.id for one, stands in known if stands and one.id != "en"]
        return linked.script(page.linked, self.web, page.address.path, self.language.id, others)

    def _there(self, page: Page) -> tuple[bool, ...]:
        """Whether the page stands in each language of the settings."""
        return tuple(
            one.id == "en" or self.site.is_translated(one.id, page.address)
            for one in self.site.settings.languages
        )

    def _menu(self, page: Page, reader: Reader, template: str, there: tuple[bool, ...]) -> str:
        """The language menu: rendered once for pages alike but for their path."""
        path = page.address.path
        steps = "../" * (path.count("/") + (self.language.id != "en"))
        key = (template, steps, bool(path), there)
        if key not in self._menus:
            values = {"menu": self._entries(steps, bool(path), there)}
            self._menus[key] = templates.render(template, reader, values)
        return self._menus[key].replace(_PATH, path)

    def _entries(self, steps: str, deep: bool, there: tuple[bool, ...]) -> list[dict[str, Any]]:
        """Every language with the address of the page in it, and whether it stands there in it."""
        path = _PATH if deep else ""
        return [
            {
                "language": one,
                "current": one.id == self.language.id,
                "href": (steps + ("" if one.id == "en" else f"{one.id}/") + path) or "./",
                "translated": translated,
            }
            for one, translated in zip(self.site.settings.languages, there, strict=True)
        ]
