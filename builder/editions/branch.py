"""The publishing branch, here or on a remote: read it, and move it only from where it was read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from builder.editions.repository import Repository
from builder.git import GitError, git


class MovedError(Exception):
    """Others published meanwhile, again and again."""


@dataclass(frozen=True)
class Branch:
    """A branch of the repository, or of a remote that it knows by name."""

    repository: Repository
    name: str = "gh-pages"
    remote: str | None = None

    @classmethod
    def at(cls, root: Path, name: str = "gh-pages", remote: str | None = None) -> Branch:
        """The branch of the project; raises GitError where it cannot be published on."""
        found = cls(Repository(root), name, remote)
        git(root, "check-ref-format", "--branch", name)
        if remote is not None and remote not in git(root, "remote").decode().splitlines():
            raise GitError(f"Git knows no remote “{remote}” here.")
        if remote is None and found.is_checked_out():
            raise GitError(
                f"The branch {name} is checked out. Publishing moves it, so switch to another."
            )
        return found

    @property
    def ref(self) -> str:
        """Where the branch stands here; that of a remote, as it was last seen."""
        return (
            f"refs/remotes/{self.remote}/{self.name}" if self.remote else f"refs/heads/{self.name}"
        )

    def is_checked_out(self) -> bool:
        """Whether a work tree shows it."""
        told = git(self.repository.root, "worktree", "list", "--porcelain").decode()
        return f"branch refs/heads/{self.name}" in told.splitlines()

    def tip(self) -> str | None:
        """The commit it is at, None where it is not there yet; a remote is asked now."""
        if self.remote:
            told = git(self.repository.root, "ls-remote", self.remote, f"refs/heads/{self.name}")
            if not told.strip():
                return None
            refspec = f"+refs/heads/{self.name}:{self.ref}"
            git(self.repository.root, "fetch", "--quiet", "--no-tags", self.remote, refspec)
        return self.repository.commit(self.ref)

    def move(self, new: str, old: str | None) -> bool:
        """Move it to the new commit; False where it is no longer at the old one."""
        if not self.remote:
            return self.repository.move(self.ref, new, old)
        lease = f"--force-with-lease=refs/heads/{self.name}:{old or ''}"
        words = ("push", "--quiet", lease, self.remote, f"{new}:refs/heads/{self.name}")
        try:
            git(self.repository.root, *words)
        except GitError:
            if self.tip() == old:
                raise
            return False
        return True
