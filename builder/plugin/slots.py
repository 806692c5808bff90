"""What each page puts into the shell, and what the shell itself needs to know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup, escape

from builder import build, labels, templates
from builder.pages import Page
from builder.settings import Language
from builder.templates import Reader, words_for

_LANGUAGES = "<!--languages-->"


def speaker(reader: Reader) -> Callable[..., Markup]:
    """A function that says interface words to this reader."""
    return lambda words, **values: words_for(reader, words, **values)


def surroundings(site: build.Site, language: Language) -> dict[str, Any]:
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
        "district": site.settings.district,
        "phone": Markup('<bdi class="ltr">{}</bdi>').format(site.settings.district.phone),
        "edition": site.settings.edition,
        "site_title": say(site.settings.site_name),
        "language": language,
    }


def fill(site: build.Site, language: Language, page: Page, site_url: str) -> Mapping[str, str]:
    """The page's own part of the shell; every value is HTML."""
    reader = site.reader(language.id, page.address.path)
    prefix = "" if language.id == "en" else f"{language.id}/"
    title = page.title
    if page.address.path:
        title = f"{title} · {words_for(reader, site.settings.site_name).unescape()}"
    toc = page.toc if page.address.page_type.shape == "reading" else ()
    menu = _menu(site, language, page, reader)
    row = templates.render("language-row.html.jinja", reader, {"menu": menu})
    return {
        "title": str(escape(title)),
        "description": str(escape(page.description)),
        "canonical": str(escape(f"{site_url}{prefix}{page.address.path}")),
        "linked": page.linked,
        "languages": templates.render("languages.html.jinja", reader, {"menu": menu}),
        "toc": templates.render("toc.html.jinja", reader, {"toc": toc}),
        "content": page.html.replace(_LANGUAGES, row, 1),
        "wide": f" page--{page.address.page_type.shape}",
    }


def _menu(site: build.Site, language: Language, page: Page, reader: Reader) -> list[dict[str, Any]]:
    """Every language with the address of this page in it, and whether it stands there in it."""
    steps = "../" * (page.address.path.count("/") + (language.id != "en"))
    return [
        {
            "language": one,
            "current": one.id == language.id,
            "href": (steps + ("" if one.id == "en" else f"{one.id}/") + page.address.path) or "./",
            "translated": one.id == "en" or site.is_translated(one.id, page.address),
        }
        for one in site.settings.languages
    ]
