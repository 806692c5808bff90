"""The real site, built once for all tests, and a server that hands it out."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TypeVar

from promises import LONG

from builder import build, evaluation, plugin
from builder.pages import Address, every
from builder.settings import Language

PROJECT = Path(__file__).parents[2]
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_CLASSES = re.compile(r' class="([^"]*)"')
_MINUTES = re.compile(r"m[0-9]+")  # how wide a part of a lesson is drawn

PAGE_TYPES = tuple(kind.name for kind in every() if kind.name not in evaluation.ALIKE)
Seen = TypeVar("Seen")


def in_turn(number: int, all: Sequence[Seen]) -> list[Seen]:
    """Of `all` the one that is the turn of this number, all of them in the long round.

    Numbers that follow each other get what follows, so that enough of them get all.
    """
    return list(all) if LONG else [all[number % len(all)]]


def copied(root: Path, content: Path = PROJECT) -> Path:
    """A project at `root`: the theme and settings of ours, the words of `content`."""
    for name in ("curriculum", "progression"):
        shutil.copytree(content / name, root / name)
    shutil.copytree(PROJECT / "overrides", root / "overrides")
    shutil.copy(PROJECT / "mkdocs.yml", root)
    return root


@dataclass(frozen=True)
class Built:
    """A built site, its addresses and where it is served."""

    root: Path
    folder: Path
    origin: str

    @cached_property
    def site(self) -> build.Site:
        """The site as the builder sees it."""
        return build.load(self.root)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the site, English first."""
        return self.site.settings.languages

    def richest(self, kind: str) -> Address:
        """The page of this type with the most on it."""
        pages = [one for one in self.site.addresses if one.kind == kind]
        assert pages, f"the curriculum has no page of the type {kind}"
        return max(pages, key=lambda one: (self.file(one.path).stat().st_size, one.path))

    @cached_property
    def varied(self) -> list[str]:
        """Types of pages between which every class of the styles stands; all in the long round."""
        if LONG:
            return list(PAGE_TYPES)
        kinds = {kind: self._classes(kind) for kind in PAGE_TYPES}
        left, chosen = set[str]().union(*kinds.values()), list[str]()
        while left:
            chosen.append(max(PAGE_TYPES, key=lambda kind: len(kinds[kind] & left)))
            left -= kinds[chosen[-1]]
        return chosen

    def _classes(self, kind: str) -> set[str]:
        words = _CLASSES.findall(self.file(self.richest(kind).path).read_text("utf-8"))
        return {one for some in words for one in some.split() if not _MINUTES.fullmatch(one)}

    def file(self, path: str, language: str = "en") -> Path:
        """The HTML file of a page."""
        return self.folder / place(path, language) / "index.html"


def place(path: str, language: str) -> str:
    """Where a path stands in a language."""
    return path if language == "en" else f"{language}/{path}"


@contextmanager
def built(root: Path) -> Iterator[Built]:
    """The real site, served: the one that CURRICULUM_SITE names, or one built now at `root`."""
    named = os.environ.get("CURRICULUM_SITE")
    if named:
        folder, project = Path(named), PROJECT
    else:
        project = copied(root)
        folder = plugin.build_site(project)
    with served(folder) as origin:
        yield Built(project, folder, origin)


class _Handler(SimpleHTTPRequestHandler):
    """Files of one folder; `policy=False` takes the security policy out of every page.

    What it would have refused is then told and not refused.
    """

    def __init__(self, *arguments: object, folder: Path, policy: bool) -> None:
        self.policy, self.folder = policy, folder
        super().__init__(*arguments, directory=str(folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        page = file / "index.html" if file.is_dir() else file
        if file.is_dir() and not self.path.partition("?")[0].endswith("/"):
            super().do_GET()  # leads to the address with a slash
        elif not page.is_file():
            self._send(404, "text/html", (self.folder / "404.html").read_bytes())
        elif page.suffix == ".html" and not self.policy:
            words = page.read_bytes()
            told = _POLICY.findall(words)
            self._send(200, "text/html", _POLICY.sub(b"", words), *told)
        else:
            super().do_GET()

    def _send(self, status: int, kind: str, data: bytes, *policies: bytes) -> None:
        self.send_response(status)
        for one in policies:
            self.send_header("Content-Security-Policy-Report-Only", one.decode())
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def end_headers(self) -> None:
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path, policy: bool = True) -> Iterator[str]:
    """The folder on a free port of this machine; its origin, with a slash at the end."""
    handler = partial(_Handler, folder=folder, policy=policy)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
