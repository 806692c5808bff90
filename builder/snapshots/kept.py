"""The snapshots of published editions that stand in the project, from the oldest on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import TypeAdapter, ValidationError

from builder import files, refusals
from builder.model.part import Id
from builder.settings import school_year
from builder.snapshots.record import Kept
from builder.snapshots.snapshot import Snapshot
from builder.snapshots.stated import EACH, KindName, PagePath, Words

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
    for file in files.listed(root / FOLDER, ".json"):
        if not school_year(file.stem) or file.parent != root / FOLDER:
            continue
        try:
            one = Snapshot.read(_bounded(file))
            if one.edition != file.stem:
                raise ValueError(f"it speaks of the edition {one.edition}")
        except (OSError, ValueError) as error:
            broken.append(Broken(path_of(file.stem), _why(error)))
        else:
            found.append(one)
    return tuple(found), tuple(broken)


def _bounded(file: Path) -> bytes:
    """Today’s whole curriculum takes a fifteenth of what there is room for."""
    data = files.bounded(file)
    if len(data) > files.MOST_BYTES:
        raise ValueError(f"it is larger than {files.MOST_BYTES // 1_000_000} MB")
    return data


def _why(error: Exception) -> str:
    """What is wrong, without the validator’s own words."""
    if not isinstance(error, ValidationError):
        return str(error).splitlines()[0]
    steps = error.errors(include_url=False)[0]["loc"]
    at = "/".join(one for one in steps if isinstance(one, str) and one != "[key]")
    if not at:
        return "it is not what an edition remembers"
    return f"what stands at {refusals.quoted('', at)} is not what an edition remembers"


WITHDRAWN = f"{FOLDER}/withdrawn.json"


class Withdrawn(Kept):
    """A document that had to go from every edition: its address tells that, and no more."""

    kind: KindName
    id: Id
    reason: Words
    on: Words
    """The day it was withdrawn."""
    paths: Annotated[tuple[PagePath, ...], EACH] = ()
    """Where it stood, below a language’s home."""


_LIST = TypeAdapter[tuple[Withdrawn, ...]](Annotated[tuple[Withdrawn, ...], EACH])


def withdrawn(data: bytes) -> tuple[Withdrawn, ...]:
    """The documents that a list of them names; raises ValueError where it is none."""
    return _LIST.validate_json(data)


def withdrawn_from(root: Path) -> frozenset[tuple[str, str]]:
    """The kind and id of every document that was withdrawn, as far as the project knows."""
    try:
        return frozenset((one.kind, one.id) for one in withdrawn(_bounded(root / WITHDRAWN)))
    except (OSError, ValueError):
        return frozenset()
