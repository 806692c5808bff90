"""A folder to work in that a killed process does not leave behind for ever, and a lock.

Each folder goes with a lock that the system lets go of when its process ends, however it ends; the
next run removes what nobody holds.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

FOLDER, BRANCH = ".cache/publishing", "branch.lock"


@contextmanager
def scratch(root: Path) -> Iterator[Path]:
    """A new folder, gone at the end; those that were left by processes that are gone go first."""
    place = root / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    clear(root)
    lock, held = _new(place)
    folder = lock.with_suffix("")
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        lock.unlink(missing_ok=True)
        held.close()


def clear(root: Path) -> None:
    """Remove every folder whose process is gone."""
    for lock in (root / FOLDER).glob("*.lock"):
        with suppress(FileNotFoundError), lock.open("r+") as held:
            if lock.name != BRANCH and _take(held):
                shutil.rmtree(lock.with_suffix(""), ignore_errors=True)
                lock.unlink(missing_ok=True)


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Wait until no other process of this checkout moves the branch."""
    place = root / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    with (place / BRANCH).open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _new(place: Path) -> tuple[Path, IO[str]]:
    """A lock that is held; one that a clearing process took away before is made again."""
    while True:
        lock = place / f"{uuid.uuid4().hex}.lock"
        held = lock.open("x")
        if _take(held) and os.fstat(held.fileno()).st_nlink:
            return lock, held
        held.close()


def _take(held: IO[str]) -> bool:
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
