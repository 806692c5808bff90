"""The snapshots of published editions that stand in the project, from the oldest on."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from builder.settings import school_year
from builder.snapshots.snapshot import Snapshot

FOLDER = "curriculum/editions"


class Broken(NamedTuple):
    """A file of the folder that is no snapshot, and why, in a sentence."""

    path: str
    why: str


def path_of(edition: str) -> str:
    """Where the snapshot of an edition stands, from the root."""
    return f"{FOLDER}/{edition}.json"


def kept(root: Path) -> tuple[tuple[Snapshot, ...], tuple[Broken, ...]]:
    """Every snapshot by the age of its edition, and the files that are none."""
    found, broken = [], []
    for file in sorted((root / FOLDER).glob("*.json")):
        if not school_year(file.stem):
            continue
        try:
            one = Snapshot.read(file.read_bytes())
            if one.edition != file.stem:
                raise ValueError(f"it speaks of the edition {one.edition}")
        except (OSError, ValueError) as error:
            broken.append(Broken(path_of(file.stem), str(error).splitlines()[0]))
        else:
            found.append(one)
    return tuple(found), tuple(broken)


def latest(root: Path) -> Snapshot | None:
    """The newest edition that was published, if there is one."""
    found, _ = kept(root)
    return found[-1] if found else None
