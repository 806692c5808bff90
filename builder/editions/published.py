"""What stands on the publishing branch, and whether it fits together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.editions.repository import Repository
from builder.editions.versions import (
    FILE,
    LATEST,
    NEXT,
    Version,
    VersionsError,
    may_be_named,
    parse,
)
from builder.git import GitError

__all__ = ["LATEST", "NEXT", "FaultError", "Published", "faults", "read", "standing"]


class FaultError(Exception):
    """The branch is not what it must be, or a change would harm it; the sentence says how."""


@dataclass(frozen=True)
class Published:
    """The editions of a commit of the branch: their list, and the tree of each by name."""

    commit: str | None
    versions: tuple[Version, ...]
    trees: Mapping[str, str]

    @property
    def latest(self) -> str | None:
        """The current edition, None where there is none."""
        return next((one.version for one in self.versions if LATEST in one.aliases), None)


def standing(repository: Repository, commit: str | None) -> dict[str, str]:
    """The tree of each edition of the commit and of `latest`, whatever versions.json says."""
    if commit is None:
        return {}
    return {
        name: entry.id
        for name, entry in repository.tree(commit).items()
        if entry.kind == "tree" and (may_be_named(name) or name == LATEST)
    }


def read(repository: Repository, commit: str | None) -> Published:
    """What the commit publishes; raises FaultError where it does not fit together."""
    if commit is None:
        return Published(None, (), {})
    remedy = "Nothing was changed. `curriculum editions repair` writes the list anew."
    try:
        versions = parse(repository.read(commit, FILE))
    except GitError:
        raise FaultError(f"The branch has no {FILE}. {remedy}") from None
    except VersionsError as error:
        raise FaultError(f"{FILE} cannot be used: {error}. {remedy}") from None
    found = Published(commit, versions, standing(repository, commit))
    for fault in faults(found):
        raise FaultError(f"{FILE} cannot be used: {fault}. {remedy}")
    return found


def faults(published: Published) -> Iterator[str]:
    """What does not fit between the list and the folders, in a sentence each."""
    names = [one.version for one in published.versions]
    for name in names:
        if name not in published.trees:
            yield f"it lists {name}, and there is no such folder"
    for name in published.trees:
        if name != LATEST and name not in names:
            yield f"it does not list {name}, which is there"
    if published.latest and published.trees.get(LATEST) != published.trees.get(published.latest):
        yield f"the folder “latest” is not the edition {published.latest}"
