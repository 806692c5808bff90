"""What was withdrawn, as the branch has written it down; no site is published with it again."""

from __future__ import annotations

from pathlib import Path

from builder.editions.expunging import Files, expunged
from builder.editions.published import FaultError
from builder.editions.repository import Repository
from builder.git import GitError
from builder.snapshots import Withdrawn, withdrawn

LOG = "withdrawn.json"


def withdrawn_on(repository: Repository, commit: str | None) -> tuple[Withdrawn, ...]:
    """Every document that was withdrawn; raises FaultError where the list cannot be read."""
    if commit is None or LOG not in repository.tree(commit):
        return ()
    try:
        return withdrawn(repository.read(commit, LOG))
    except (GitError, ValueError):
        raise FaultError(
            f"{LOG} on the branch cannot be read, and without it what was withdrawn would be"
            " published again. Restore it from the branch’s history."
        ) from None


def cleaned(site: Path, log: tuple[Withdrawn, ...]) -> None:
    """Take out of a site that is to be published what was withdrawn."""
    for gone in log:
        paths = tuple(
            one.relative_to(site).as_posix() for one in sorted(site.rglob("*")) if one.is_file()
        )
        files = Files(paths, lambda path: (site / path).read_bytes())
        for path, data in expunged(files, gone).items():
            if data is None:
                (site / path).unlink()
            else:
                (site / path).parent.mkdir(parents=True, exist_ok=True)
                (site / path).write_bytes(data)
