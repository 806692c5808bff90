"""The files beside the pages: search, sitemap, tables and others."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path, PurePosixPath

from builder import (
    badges,
    bare,
    cms,
    drawings,
    edition_labels,
    files,
    images,
    labels,
    search,
    snapshots,
    templates,
)
from builder.model.search import Synonyms
from builder.plugin.forwards import forwards
from builder.plugin.made import Made
from builder.plugin.slots import Place
from builder.site import Site


def _write_search(made: Made, language: str, scopes: search.Scopes) -> None:
    """One JSON of the language: what its search page looks through."""
    prefix = "" if language == "en" else f"{language}/"
    site = made.site
    groups = [
        site.translated(language, Synonyms, one.id) for one in site.curriculum.in_use(Synonyms)
    ]
    data = search.index(list(made.entries(language)), language, scopes, groups)
    files.write(made.site_dir / f"{prefix}search.json", data)


def write_shared(made: Made, site_url: str, among: Place | None) -> None:
    """Search in each language; the sitemap, tables, badges and the page for what is not there."""
    site, site_dir = made.site, made.site_dir
    scopes = search.Scopes(site.curriculum)
    for language in site.settings.languages:
        _write_search(made, language.id, scopes)
    files.write(site_dir / "sitemap.xml", _sitemap(site, site_url).encode())
    readers = {one.id: site.reader(one.id) for one in site.settings.languages}
    for name, data in badges.badges(site.settings, site.statuses, readers).items():
        files.write(site_dir / name, data)
    files.write(site_dir / "offers.json", _offers(site))
    files.write(site_dir / snapshots.FILE, site.edition.snapshot.written())
    files.write(site_dir / "pages.json", site.edition.snapshot.addresses())
    for name, data in forwards(site):
        files.write(site_dir / name, data)
    for path in drawings.drawings(site.root):
        place = site_dir / "assets/drawings" / PurePosixPath(path).name
        files.put(place, (site.root / path).read_bytes())
    _write_images(site.root, site_dir)
    if among != "edition":  # what was released is not to be edited
        cms.put(site_dir, site.root, site.curriculum, site.settings)
    worker = site.root / "overrides/assets/reading/sw.js"  # its scope is the folder it stands in
    files.write(site_dir / "sw.js", worker.read_bytes())
    path = "/" + site_url.split("://", 1)[-1].partition("/")[2]
    values = {
        "languages": site.settings.languages,
        "base": path,
        "among_editions": bool(among),
        "policy": bare.SEEKING if among else bare.STYLED,
        "district": site.settings.district,
        "readers": readers,
        "say": templates.words_for,
    }
    html = templates.render("404.html.jinja", site.reader("en"), values)
    files.write(site_dir / "404.html", html.encode())


def _write_images(root: Path, site_dir: Path) -> None:
    """Every photograph as readers get it."""
    shown = {name: images.shown(root, name) for name in images.names(root)}
    for name, file in shown.items():
        files.write(site_dir / f"assets/images/{name}.jpg", file.read_bytes())
    images.forget_others(root, set(shown.values()))


def _offers(site: Site) -> bytes:
    """How each language offers itself to a reader whose browser asks for it, and what an edition
    says that is not the current one."""
    told = {}
    for language in site.settings.languages:
        reader = site.reader(language.id)
        offer, go, close = (templates.words_for(reader, words).unescape() for words in labels.OFFER)
        editions = {
            name: templates.words_for(reader, words).unescape()
            for name, words in edition_labels.EDITION_NOTICES.items()
        }
        told[language.id] = {"offer": offer, "open": go, "close": close, **editions}
    return json.dumps(told, ensure_ascii=False, sort_keys=True).encode()


def _sitemap(site: Site, site_url: str) -> str:
    """Source: sitemaps.org protocol 0.9, with xhtml:link for each language as Google reads it."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for address in site.addresses:
        places = {
            one.id: escape(f"{site_url}{'' if one.id == 'en' else one.id + '/'}{address.path}")
            for one in site.settings.languages
        }
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{id}" href="{place}"/>'
            for id, place in places.items()
        )
        lines += [f"<url><loc>{place}</loc>{links}</url>" for place in places.values()]
    return "\n".join([*lines, "</urlset>", ""])
