"""Builds beside the last good site and swaps when all has succeeded; serves while writing.

MkDocs empties its output folder first, so it is given a sibling folder. A dirty build begins with
hard links to the pages it remembers and nothing else; a page is unlinked before it is written anew.
"""

from __future__ import annotations

import ctypes
import logging
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from builder.plugin.outputs import INDEX, known

NEXT, OLD = ".site-next", ".site-old"


class SiteError(Exception):
    """The build did not succeed; the last good site stands as it was."""


def build_site(root: Path, *, dirty: bool = False) -> Path:
    """Build the site of the project into `site/` and return that folder.

    Raises SiteError where it did not succeed; what went wrong has been logged.
    """
    site, beside = root / "site", root / NEXT
    heal(root)
    shutil.rmtree(beside, ignore_errors=True)
    dirty = dirty and site.is_dir()
    if dirty:
        _link(site, beside, known(root / INDEX))
    try:
        with _arguments(dirty):
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(beside))
            plugin: Any = config.plugins["curriculum"]
            mkdocs_build.build(config, dirty=dirty)
    except (Abort, MkDocsException, OSError) as error:
        raise SiteError(str(error)) from None
    finally:
        if sys.exc_info()[0]:
            shutil.rmtree(beside, ignore_errors=True)
    _swap(site, beside, root / OLD)
    plugin.made.save()
    return site


def heal(root: Path) -> None:
    """Put back what an interrupted swap left, and clear away what it no longer needs."""
    site, old = root / "site", root / OLD
    if old.is_dir() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def serve_site(root: Path, address: str = "127.0.0.1:8000") -> None:
    """Serve the site and build it again when a file changes."""
    mkdocs_serve.serve(str(root / "mkdocs.yml"), dev_addr=address, livereload=True)


def _link(site: Path, beside: Path, pages: Iterable[str]) -> None:
    """The pages of the last site once more, as hard links where the disk can."""
    for page in pages:
        last, next_ = site / page / "index.html", beside / page / "index.html"
        if not last.is_file():
            continue
        next_.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(last, next_)
        except OSError:
            shutil.copy2(last, next_)


def _swap(site: Path, beside: Path, old: Path) -> None:
    if site.exists() and _exchange(site, beside):
        shutil.rmtree(beside, ignore_errors=True)
        return
    if site.exists():
        site.rename(old)
    beside.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can (Linux renameat2, flag EXCHANGE)."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    here = -100
    return bool(rename(here, os.fsencode(one), here, os.fsencode(other), 2) == 0)


@contextmanager
def _arguments(dirty: bool) -> Iterator[None]:
    """static-i18n reads from the command line whether its nested builds are dirty."""
    before = sys.argv
    sys.argv = ["mkdocs", "build", "--dirty" if dirty else "--clean"]
    log = logging.getLogger("mkdocs")
    handler = logging.StreamHandler()
    handler.addFilter(lambda record: "'dirty' build" not in record.getMessage())
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.setLevel(logging.WARNING)
    log.addHandler(handler)
    try:
        yield
    finally:
        sys.argv = before
        log.removeHandler(handler)
