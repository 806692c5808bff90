"""Withdraws a document from every edition: the one way in which an edition changes after all.

What was withdrawn is written down on the branch, so that no later edition brings it back.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import TypeAdapter

from builder.editions.branch import Branch
from builder.editions.expunging import Files, expunged, left, named
from builder.editions.published import LATEST, FaultError, Published
from builder.editions.publishing import Planned, changed, shared
from builder.editions.repository import Content, Repository
from builder.editions.withdrawn import LOG, withdrawn_on
from builder.snapshots import FILE as SNAPSHOT
from builder.snapshots import Snapshot, Withdrawn


def withdraw(
    branch: Branch, kind: str, id: str, reason: str, day: str
) -> tuple[Published, dict[str, list[str]]]:
    """What stands on the branch then, and by edition the files that still name the document.

    Raises FaultError where no edition shows it.
    """
    remaining: dict[str, list[str]] = {}

    def change(before: Published, _: Path) -> Planned:
        repository, commit = branch.repository, before.commit
        names = [name for name in before.trees if name != LATEST]
        log = withdrawn_on(repository, commit)
        found = [_snapshot(repository, commit, name) for name in names]
        paths = named(kind, id, found)
        if any((one.kind, one.id) == (kind, id) for one in log):
            raise FaultError(f"The {kind} “{id}” is withdrawn already.")
        if not paths:
            raise FaultError(f"No edition has a page of the {kind} “{id}”.")
        gone = Withdrawn(kind=kind, id=id, reason=reason, on=day, paths=paths)
        put: dict[str, Content] = {}
        for name, snapshot in zip(names, found, strict=True):
            if id not in snapshot.documents.get(kind, {}):
                continue
            files = files_of(repository, commit, name)
            new = expunged(files, gone)
            put.update({f"{name}/{path}": data for path, data in new.items()})
            remaining[name] = left(files, new, gone)
        put[LOG] = logged((*log, gone))
        message = f"Withdraw the {kind} {id}\n\nReason: {reason}\n"
        return Planned(message, {**put, **shared(names)}, tuple(names))

    after = changed(branch, change)
    return after, {name: paths for name, paths in remaining.items() if paths}


def logged(log: tuple[Withdrawn, ...]) -> bytes:
    """The list of what was withdrawn, as a file."""
    return TypeAdapter(tuple[Withdrawn, ...]).dump_json(log, indent=1) + b"\n"


def files_of(repository: Repository, commit: str | None, name: str) -> Files:
    """The files of an edition on the branch."""
    assert commit
    paths = repository.files(commit, name)
    known: Mapping[str, bytes] = repository.all(commit, [f"{name}/{one}" for one in paths])
    return Files(tuple(paths), lambda path: known[f"{name}/{path}"])


def _snapshot(repository: Repository, commit: str | None, name: str) -> Snapshot:
    assert commit
    return Snapshot.read(repository.read(commit, f"{name}/{SNAPSHOT}"))
