"""What was made last time, so that the same page is not made again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from builder import files, search
from builder.pages import Address, Page
from builder.plugin.reads import Reads
from builder.site import Site

INDEX = ".cache/pages.json"
PAGE = "index.html"
Stamps = dict[str, list[int]]
"""The stamp of each page by the path of its file, from the root of the site."""


class Made:
    """Remembers what each page read, and its search record.

    With `last`, the folder of the last good site, a page is the same if it stands there unchanged.
    """

    def __init__(self, site: Site, site_dir: Path, index: Path, last: Path | None = None) -> None:
        self.site, self.site_dir, self.index, self.last = site, site_dir, index, last
        told = read(index, site.digests.code)
        self.reads = Reads(site.digests, told.get("read", {}))
        self.before = _unshared(told)
        self._folder = last or site_dir
        self.now: dict[str, dict[str, Any]] = {}

    def modified(self, language: str, address: Address) -> bool:
        """Whether the page must be made again; if not, what is known of it is kept."""
        name = _name(language, address)
        old = self.before.get(name)
        if old is None or not self.reads.hold(language, old["reads"]):
            return True
        if stamp(f"{self._folder}/{_file(name)}") != old.get("stamp"):
            return True
        self.now[name] = old
        return False

    def keep(self, language: str, page: Page) -> Page:
        """Remember a page that was just made."""
        self.now[_name(language, page.address)] = {
            "language": language,
            "reads": sorted(page.reads),
            "search": [search.listed(one) for one in page.search],
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

    def bring_up(self, copy: Path, standing: Stamps) -> None:
        """Let every unchanged page of an older copy be the one that stands in the last site.

        Pages are all that is `standing` in the copy; those that are no longer there go.
        """
        assert self.last
        left = dict(standing)
        for name, page in self.now.items():
            old = left.pop(_file(name), [])
            if "stamp" in page and old != page["stamp"]:  # else it was made now, or is the same
                place = copy / name / PAGE
                place.unlink(missing_ok=True)
                place.parent.mkdir(parents=True, exist_ok=True)
                files.link(self.last / name / PAGE, place)
        for path in left:
            _take_away(copy / path, copy)

    def gone(self) -> list[str]:
        """The pages that were there before and are no longer."""
        return sorted(self.before.keys() - self.now.keys())

    def clear(self, folder: Path) -> None:
        """Take away from `folder` the pages that are no longer there."""
        for name in self.gone():
            _take_away(folder / name / PAGE, folder)

    def save(self, site_dir: Path) -> None:
        """Write the memory, once the site it speaks of stands in its place, `site_dir`."""
        for name, page in self.now.items():
            if "stamp" not in page:
                page["stamp"] = stamp(f"{site_dir}/{_file(name)}")
        pages = self.now.values()
        told = {
            "code": self.site.digests.code,
            "read": self.reads.now((one["language"], one["reads"]) for one in pages),
            **_shared(self.now),
        }
        files.write_sealed(self.index, json.dumps(told, ensure_ascii=False).encode())
        self.site.remember()


def _shared(pages: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """The pages with the number of a list in the place of what they read: most lists are those of
    the same page in other languages."""
    numbers: dict[tuple[str, ...], int] = {}
    told = {
        name: {**page, "reads": numbers.setdefault(tuple(page["reads"]), len(numbers))}
        for name, page in sorted(pages.items())
    }
    return {"lists": list(numbers), "pages": told}


def _unshared(told: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    pages: dict[str, dict[str, Any]] = told.get("pages", {})
    for page in pages.values():
        page["reads"] = told["lists"][page["reads"]]
    return pages


def _name(language: str, address: Address) -> str:
    prefix = "" if language == "en" else f"{language}/"
    return (prefix + address.path).rstrip("/")


def _file(name: str) -> str:
    return f"{name}/{PAGE}" if name else PAGE


def _take_away(file: Path, root: Path) -> None:
    """Take the file away, and each folder that is left empty, up to the root."""
    file.unlink(missing_ok=True)
    folder = file.parent
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def stamp(file: Path | str) -> list[int]:
    """Size and time of a file: another where somebody has written to it; a hard link keeps both."""
    try:
        told = os.lstat(file)  # a link in its place is no page of ours
    except OSError:
        return []
    return [told.st_size, told.st_mtime_ns]


def known(index: Path) -> list[str]:
    """The pages that the memory speaks of, each a folder of the site."""
    return sorted(json.loads(files.read_sealed(index) or "{}").get("pages", {}))


def read(index: Path, code: str) -> dict[str, Any]:
    """What was remembered by this code; what another wrote may name things unknown here."""
    found: dict[str, Any] = json.loads(files.read_sealed(index) or "{}")
    return found if found.get("code") == code else {}
