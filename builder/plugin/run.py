"""Builds beside the last good site and swaps when all has succeeded; serves while writing.

MkDocs empties its output folder first, so it is given a folder of its own. In a dirty build it
makes there only what has changed, while the last site is copied as hard links; the new pages then
take their places in the copy, and the copy takes the place of the site. The site it replaces is
spared: brought up to date, it is the copy that the next dirty build begins with.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import logging
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from builder import forked, hindrances
from builder.plugin import made
from builder.plugin.quiet import told, unasked
from builder.plugin.slots import Place
from builder.premises import ForeignError, refuse_foreign

NEXT, COPY, OLD = ".site-next", ".site-copy", ".site-old"
SPARE, TRASH, LOCK = ".cache/spare", ".cache/trash", ".cache/lock"


class SiteError(Exception):
    """The build did not succeed; the last good site stands as it was."""


class HinderedError(SiteError):
    """The same, and the curriculum is not to blame: the disk, the rights, another build."""


def build_site(root: Path, *, dirty: bool = False, place: Place | None = None) -> Path:
    """Build the site of the project into `site/` and return that folder.

    With a place it is made to stand among editions: released, or as the next one. Raises SiteError
    where it did not succeed: what is wrong in the curriculum has been logged, what hindered the
    work is said in the error.
    """
    try:
        refuse_foreign(root)
        with _alone(root):
            heal(root)
            return _build(root, dirty and (root / "site").is_dir(), place)
    except ForeignError as error:
        raise SiteError(str(error)) from None
    except (OSError, MemoryError) as error:
        if sentence := hindrances.told(error, root):
            raise HinderedError(sentence) from None
        raise


def _build(root: Path, dirty: bool, place: Place | None) -> Path:
    site, beside, copy = root / "site", root / NEXT, root / COPY
    cleared = _begin_copy(root, site, copy) if dirty else None
    try:
        with told(), unasked():
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(beside))
            plugin: Any = config.plugins["curriculum"]
            # MkDocs keeps the plugin for the next build of this process: all of it is said anew.
            plugin.beside, plugin.last, plugin.place = True, site if dirty else None, place
            if place:  # the address that stays is that of the current edition
                config.site_url = f"{config.site_url or '/'}latest/"
            mkdocs_build.build(config)
        if cleared:
            standing, cleared = cleared(), None
            plugin.made.bring_up(copy, standing)
            _take_places(beside, copy)
    except (Abort, MkDocsException) as error:
        raise SiteError(str(error)) from None
    finally:
        if cleared:
            with suppress(OSError):
                cleared()
        if sys.exc_info()[0]:
            with suppress(OSError):  # what hindered the build may hinder this; `heal` does it then
                _discard(root, beside)
                _spare(root, copy)
    old = _swap(root, copy if dirty else beside)
    with suppress(OSError):  # the site stands; without its memory the next build only takes longer
        plugin.remember(site)
        _put_away(root, old, spare=dirty)
    return site


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Hold the project's lock: two builds at once would take each other's folders away."""
    lock = root / LOCK
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:  # any other error speaks of the disk
            raise HinderedError(
                "Another build of this project is running; try again after it."
            ) from None
        yield


def heal(root: Path) -> None:
    """Put back what an interrupted swap left, and clear away what it no longer needs."""
    site, old = root / "site", root / OLD
    if old.is_dir() and not site.exists():
        old.rename(site)
    _discard(root, old, root / NEXT, root / COPY)


def serve_site(root: Path, address: str = "127.0.0.1:8000") -> None:
    """Serve the site and build it again when a file changes."""
    from mkdocs.commands import serve as mkdocs_serve  # not needed to build

    with told(logging.INFO):
        mkdocs_serve.serve(str(root / "mkdocs.yml"), dev_addr=address, livereload=True)


def _begin_copy(root: Path, site: Path, copy: Path) -> Callable[[], made.Stamps]:
    """Take the spare as the copy, else begin to copy the site, and clear it beside other work.

    What is returned waits until the copy holds pages alone, and gives their stamps.
    """
    if spare := (root / SPARE).is_dir():
        (root / SPARE).rename(copy)
    return forked.beside(partial(_cleared, copy, None if spare else site))


def _cleared(copy: Path, site: Path | None) -> made.Stamps:
    stamps: made.Stamps = {}
    if site:
        _copy(site, copy)
    _clear(str(copy), len(str(copy)) + 1, stamps)
    return stamps


def _copy(site: Path, copy: Path) -> None:
    """Copy the site as hard links, else as files."""
    script = """
        [ ! -e "$2" ] && cp -al -- "$1" "$2" 2>/dev/null && exit
        rm -rf -- "$2" && cp -a -- "$1" "$2"
    """
    if subprocess.run(["sh", "-c", script, "sh", str(site), str(copy)], check=False).returncode:
        raise OSError(errno.EIO, "The last site could not be copied: the disk may be full")


def _clear(folder: str, start: int, stamps: made.Stamps) -> bool:
    """Take away everything but pages: whatever else a site has is made anew.

    No link is followed: those of others go like any file, so that nothing is written through one.
    Whether nothing of the folder is left; `start` is where the names of files begin.
    """
    empty = True
    with os.scandir(folder) as entries:
        for one in list(entries):
            if one.is_dir(follow_symlinks=False):
                if _clear(one.path, start, stamps):
                    os.rmdir(one.path)
                else:
                    empty = False
            elif one.name == made.PAGE and one.is_file(follow_symlinks=False):
                stamps[one.path[start:]] = made.stamp(one.path)
                empty = False
            else:
                os.unlink(one.path)
    return empty


def _take_places(beside: Path, copy: Path) -> None:
    """Move every new file over the one of the same name; no file is written through a link."""
    for folder, _, names in os.walk(beside):
        place = copy / os.path.relpath(folder, beside)
        place.mkdir(parents=True, exist_ok=True)
        for name in names:
            os.replace(os.path.join(folder, name), place / name)
    shutil.rmtree(beside)


def _swap(root: Path, new: Path) -> Path:
    """Let the new folder take the place of the site, in one step where the system can.

    Where the site that it replaces stands from now on.
    """
    site, old = root / "site", root / OLD
    if site.exists() and _exchange(site, new):
        return new
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    return old


def _put_away(root: Path, old: Path, *, spare: bool) -> None:
    """Spare the site that was replaced, or let go of it."""
    if spare:
        old.rename(root / SPARE)
    else:
        _discard(root, old, root / SPARE)


def _spare(root: Path, copy: Path) -> None:
    """Keep a copy that was not used for the next dirty build, which brings it up to date."""
    if copy.is_dir() and not (root / SPARE).exists():
        copy.rename(root / SPARE)
    else:
        _discard(root, copy)


def _discard(root: Path, *folders: Path) -> None:
    """Put the folders out of the way at once, and delete them while other work goes on."""
    trash = root / TRASH
    trash.mkdir(parents=True, exist_ok=True)
    for folder in folders:
        if folder.exists():
            folder.rename(trash / f"{os.getpid()}-{time.monotonic_ns()}")
    waste = [str(one) for one in trash.iterdir()]
    if waste:
        subprocess.Popen(
            ["rm", "-rf", "--", *waste], start_new_session=True, stderr=subprocess.DEVNULL
        )


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can (Linux renameat2, flag EXCHANGE)."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    here = -100
    return bool(rename(here, os.fsencode(one), here, os.fsencode(other), 2) == 0)
