"""What was made last time, and the files beside the pages: search, sitemap, tables and others."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from html import escape
from pathlib import Path, PurePosixPath
from typing import Any

from builder import (
    achievements,
    badges,
    drawings,
    edition_labels,
    files,
    images,
    labels,
    search,
    snapshots,
    templates,
)
from builder.data import tables
from builder.model.search import Synonyms
from builder.pages import Address, Page
from builder.plugin.forwards import forwards
from builder.site import Site

INDEX = ".cache/pages.json"


class Made:
    """Remembers each page's key, reads and search record, so that the same is not made again.

    With `last`, the folder of the last good site, a page is the same if it stands there unchanged.
    """

    def __init__(self, site: Site, site_dir: Path, index: Path, last: Path | None = None) -> None:
        self.site, self.site_dir, self.index, self.last = site, site_dir, index, last
        self.before = _read(index, site.digests.code)
        self._folder = last or site_dir
        self.now: dict[str, dict[str, Any]] = {}

    def modified(self, language: str, address: Address) -> bool:
        """Whether the page must be made again; if not, what is known of it is kept."""
        name = _name(language, address)
        old = self.before.get(name)
        if old is None or self.site.key(language, old["reads"]) != old["key"]:
            return True
        if stamp(f"{self._folder}/{name}/index.html") != old.get("stamp"):
            return True
        self.now[name] = old
        return False

    def keep(self, language: str, page: Page) -> Page:
        """Remember a page that was just made."""
        key = self.site.key(language, page.reads)
        self.now[_name(language, page.address)] = {
            "key": key,
            "reads": sorted(page.reads),
            "search": [search.listed(one) for one in page.search],
            "path": page.address.path,
        }
        return page

    def entries(self, language: str) -> Iterator[search.Entry]:
        """What search looks through in a language, by path."""
        for address in self.site.addresses:
            kind, document = address.page_type, address.document
            found_as = search.found_as(kind.name, kind.section)
            shows = f"{document[0].kind}/{document[1]}" if document else ""
            for record in self.now.get(_name(language, address), {}).get("search", ()):
                place = address.path + record.get("at", "")
                of = record.get("of") or shows
                yield search.Entry(place, found_as, of, record)

    def kept(self) -> set[str]:
        """The files of the pages that stand in the site from now on."""
        return {f"{name}/index.html".removeprefix("/") for name in self.now}

    def bring_up(self, copy: Path) -> None:
        """Let every unchanged page of an older copy be the one that stands in the last site."""
        assert self.last
        for name, page in self.now.items():
            if "stamp" not in page:
                continue  # was made now
            if stamp(f"{copy}/{name}/index.html") != page["stamp"]:
                old = copy / name / "index.html"
                old.unlink(missing_ok=True)
                old.parent.mkdir(parents=True, exist_ok=True)
                files.link(self.last / name / "index.html", old)

    def gone(self) -> list[str]:
        """The pages that were there before and are no longer."""
        return sorted(self.before.keys() - self.now.keys())

    def clear(self, folder: Path) -> None:
        """Take away from `folder` the pages that are no longer there."""
        for name in self.gone():
            page = folder / name
            (page / "index.html").unlink(missing_ok=True)
            while page != folder and page.is_dir() and not any(page.iterdir()):
                page.rmdir()
                page = page.parent

    def save(self, site_dir: Path) -> None:
        """Write the memory, once the site it speaks of stands in its place, `site_dir`."""
        for name, page in self.now.items():
            if "stamp" not in page:
                page["stamp"] = stamp(site_dir / name / "index.html")
        told = {"code": self.site.digests.code, "pages": self.now}
        data = json.dumps(told, ensure_ascii=False, sort_keys=True).encode()
        files.write_sealed(self.index, data)
        self.site.remember()


def _name(language: str, address: Address) -> str:
    prefix = "" if language == "en" else f"{language}/"
    return (prefix + address.path).rstrip("/")


def stamp(file: Path | str) -> list[int]:
    """Size and time of a file: another where somebody has written to it; a hard link keeps both."""
    try:
        told = os.stat(file)
    except OSError:
        return []
    return [told.st_size, told.st_mtime_ns]


def known(index: Path) -> list[str]:
    """The pages that the memory speaks of, each a folder of the site."""
    return sorted(json.loads(files.read_sealed(index) or "{}").get("pages", {}))


def _read(index: Path, code: str) -> dict[str, Any]:
    """What was remembered by this code; what another wrote may name things unknown here."""
    found = json.loads(files.read_sealed(index) or "{}")
    pages: dict[str, Any] = found.get("pages", {}) if found.get("code") == code else {}
    return pages


def _write_search(made: Made, language: str) -> None:
    """One JSON of the language: what its search page looks through."""
    prefix = "" if language == "en" else f"{language}/"
    site = made.site
    groups = [
        site.translated(language, Synonyms, one.id) for one in site.curriculum.in_use(Synonyms)
    ]
    data = search.index(list(made.entries(language)), language, site.curriculum, groups)
    files.write(made.site_dir / f"{prefix}search.json", data)


def write_shared(made: Made, site_url: str, among_editions: bool) -> None:
    """Search in each language; the sitemap, tables, badges and the page for what is not there."""
    site, site_dir = made.site, made.site_dir
    for language in site.settings.languages:
        _write_search(made, language.id)
    files.write(site_dir / "sitemap.xml", _sitemap(site, site_url).encode())
    readers = {one.id: site.reader(one.id) for one in site.settings.languages}
    drawn = badges.badges(site.settings, site.statuses, readers)
    told = tables(site.curriculum, site.settings)
    earned = achievements.achievements(site.curriculum, site.settings, site_url)
    for name, data in {**told, **earned, **drawn}.items():
        files.write(site_dir / name, data)
    files.write(site_dir / "offers.json", _offers(site))
    files.write(site_dir / snapshots.FILE, site.edition.snapshot.written())
    files.write(site_dir / "pages.json", site.edition.snapshot.addresses())
    for name, data in forwards(site):
        files.write(site_dir / name, data)
    for path in drawings.drawings(site.root):
        place = site_dir / "assets/drawings" / PurePosixPath(path).name
        files.write(place, (site.root / path).read_bytes())
    _write_images(site.root, site_dir)
    worker = site.root / "overrides/assets/reading/sw.js"  # its scope is the folder it stands in
    files.write(site_dir / "sw.js", worker.read_bytes())
    path = "/" + site_url.split("://", 1)[-1].partition("/")[2]
    values = {
        "languages": site.settings.languages,
        "base": path,
        "among_editions": among_editions,
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
