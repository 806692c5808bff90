"""What was made last time, and the files beside the pages: search, sitemap, the page for 404."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from builder import build, files, templates
from builder.pages import Address, Page

INDEX = ".cache/pages.json"


class Made:
    """Remembers each page's key, reads, digest and search record: a dirty build skips the same."""

    def __init__(self, site: build.Site, site_dir: Path, index: Path) -> None:
        self.site, self.site_dir, self.index = site, site_dir, index
        self.before = _read(index)
        self.now: dict[str, dict[str, Any]] = {}

    def modified(self, language: str, address: Address) -> bool:
        """Whether the page must be made again; if not, what is known of it is kept."""
        name = _name(language, address)
        old = self.before.get(name)
        if old is None or self.site.key(language, set(old["reads"])) != old["key"]:
            return True
        if _digest(self.site_dir / name / "index.html") != old.get("page"):
            return True
        self.now[name] = old
        return False

    def keep(self, language: str, page: Page) -> Page:
        """Remember a page that was just made."""
        key = self.site.key(language, set(page.reads))
        self.now[_name(language, page.address)] = {
            "key": key,
            "reads": sorted(page.reads),
            "search": page.search,
            "path": page.address.path,
        }
        return page

    def written(self, language: str, address: Address, html: str) -> None:
        """Remember what was written, so that no other page is ever taken for it."""
        data = html.encode("utf-8", errors="xmlcharrefreplace")  # as MkDocs writes it
        self.now[_name(language, address)]["page"] = hashlib.sha256(data).hexdigest()

    def records(self, language: str) -> list[list[str]]:
        """What search looks through in a language, by path: address, title, summary, words."""
        found = []
        for address in self.site.addresses:
            made = self.now.get(_name(language, address), {})
            for record in made.get("search", ()):
                place = address.path + record.get("at", "")
                found.append([place, record["title"], record["summary"], record.get("words", "")])
        return found

    def finish(self) -> None:
        """Take away pages that are no longer there, then remember this state."""
        for name in self.before.keys() - self.now.keys():
            folder = self.site_dir / name
            (folder / "index.html").unlink(missing_ok=True)
            while folder != self.site_dir and folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
                folder = folder.parent
        self.index_data = json.dumps(self.now, ensure_ascii=False, sort_keys=True).encode()

    def save(self) -> None:
        """Write the memory, once the site it speaks of stands in its place."""
        seal = hashlib.sha256(self.index_data).hexdigest().encode()
        files.write(self.index, seal + b"\n" + self.index_data)


def _name(language: str, address: Address) -> str:
    prefix = "" if language == "en" else f"{language}/"
    return (prefix + address.path).rstrip("/")


def _digest(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""


def known(index: Path) -> list[str]:
    """The pages that the memory speaks of, each a folder of the site."""
    return sorted(_read(index))


def _read(index: Path) -> dict[str, Any]:
    """The memory, or nothing where a byte of it is not what was written."""
    try:
        seal, _, data = index.read_bytes().partition(b"\n")
    except OSError:
        return {}
    if hashlib.sha256(data).hexdigest().encode() != seal:
        return {}
    found: dict[str, Any] = json.loads(data)
    return found


def write_search(made: Made, language: str) -> None:
    """One JSON of the language: what its search page looks through."""
    prefix = "" if language == "en" else f"{language}/"
    records = made.records(language)
    data = json.dumps(records, ensure_ascii=False, separators=(",", ":")).encode()
    files.write(made.site_dir / f"{prefix}search.json", data)


def write_shared(site: build.Site, site_dir: Path, site_url: str) -> None:
    """The sitemap with every language of every page, and the page for what is not there."""
    files.write(site_dir / "sitemap.xml", _sitemap(site, site_url).encode())
    path = "/" + site_url.split("://", 1)[-1].partition("/")[2]
    values = {
        "languages": site.settings.languages,
        "base": path,
        "district": site.settings.district,
        "readers": {one.id: site.reader(one.id) for one in site.settings.languages},
        "say": templates.words_for,
    }
    html = templates.render("404.html.jinja", site.reader("en"), values)
    files.write(site_dir / "404.html", html.encode())


def _sitemap(site: build.Site, site_url: str) -> str:
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
