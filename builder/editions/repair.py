"""Writes the list of editions anew from the folders that are there; no edition changes."""

from __future__ import annotations

from builder.editions.branch import Branch, MovedError
from builder.editions.published import LATEST, NEXT, FaultError, Published, read, standing
from builder.editions.publishing import shared
from builder.editions.repository import Repository, compose
from builder.editions.scratch import alone, scratch
from builder.git import GitError
from builder.snapshots import FILE as SNAPSHOT
from builder.snapshots import Snapshot


def repair(branch: Branch) -> tuple[Published, bool]:
    """What stands on the branch then, and whether anything had to be mended.

    Raises FaultError where the branch has no edition at all.
    """
    repository, root = branch.repository, branch.repository.root
    with scratch(root) as folder, alone(root):
        old = branch.tip()
        try:
            before = read(repository, old)
        except FaultError:
            pass
        else:
            if before.versions:
                return before, False
        names = _editions(repository, old)
        if not names:
            raise FaultError("There is no edition on the branch. Publish one first.")
        message = "Write the list of editions anew\n"
        made = folder / "made"
        new = compose(repository, made, old, message, shared(names))
        repository.take(made)
        after = read(repository, new)
        if not branch.move(new, old):
            raise MovedError("Somebody published meanwhile. Try again.")
        return after, True


def _editions(repository: Repository, commit: str | None) -> list[str]:
    """The folders that hold an edition of their name."""
    names = [name for name in standing(repository, commit) if name != LATEST]
    return [name for name in names if commit and _holds(repository, commit, name)]


def _holds(repository: Repository, commit: str, name: str) -> bool:
    try:
        told = Snapshot.read(repository.read(commit, f"{name}/{SNAPSHOT}"))
    except (GitError, ValueError):
        return False
    return name in (NEXT, told.edition)
