"""The snapshots of published editions that stand in the project, from the oldest on."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from builder.settings import school_year
from builder.snapshots.record import Kept
from builder.snapshots.snapshot import Snapshot
from builder.snapshots.stated import PagePath

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


WITHDRAWN = f"{FOLDER}/withdrawn.json"


class Withdrawn(Kept):
    """A document that had to go from every edition: its address tells that, and no more."""

    kind: str
    id: str
    reason: str
    on: str
    """The day it was withdrawn."""
    paths: tuple[PagePath, ...] = ()
    """Where it stood, below a language’s home."""


def withdrawn(data: bytes) -> tuple[Withdrawn, ...]:
    """The documents that a list of them names; raises ValueError where it is none."""
    return TypeAdapter(tuple[Withdrawn, ...]).validate_json(data)


def withdrawn_from(root: Path) -> frozenset[tuple[str, str]]:
    """The kind and id of every document that was withdrawn, as far as the project knows."""
    try:
        return frozenset((one.kind, one.id) for one in withdrawn((root / WITHDRAWN).read_bytes()))
    except (OSError, ValueError):
        return frozenset()
