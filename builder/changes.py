"""What git knows of the project: the day of the last commit, and what has changed since another.

A shallow clone or a folder without git gives no day; everything else is said in a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from builder import premises
from builder.finding import Finding
from builder.git import GitError, git


class UnknownRevisionError(Exception):
    """Git cannot tell what the project was at that revision; the sentence says why."""


def day(root: Path) -> date | None:
    """The day of the last commit, as it stands in its author's time; None without git."""
    try:
        return date.fromisoformat(_git(root, "log", "-1", "--format=%cs").decode().strip())
    except (UnknownRevisionError, ValueError):
        return None


def since(root: Path, revision: str) -> frozenset[str]:
    """The paths, from the root, of files that differ from the revision, new ones included."""
    commit = _commit(root, revision)
    changed = _git(root, "diff", "--name-only", "--relative", "-z", commit, "--", ".")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return frozenset(one for one in (changed + new).decode().split("\0") if one)


@contextmanager
def at(root: Path, revision: str) -> Iterator[Path]:
    """The project as it was at the revision, in a folder of its own.

    Raises UnknownRevisionError, and GitError where it cannot be laid out: the disk may be full.
    """
    commit = _commit(root, revision)
    with TemporaryDirectory() as folder:
        state = Path(folder) / "project"
        lay_out(root, commit, state)
        yield state


def lay_out(root: Path, commit: str, to: Path) -> None:
    """Write the project as it was at the commit into a new folder; raises GitError.

    Links are left out, for they could lead anywhere, and so is what stood in the builder's own
    folders, for it would be believed.
    """
    import tarfile  # not needed by most commands

    def plain(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
        ours = premises.is_own(member.name)
        kept = (member.isfile() or member.isdir()) and not ours
        return tarfile.data_filter(member, folder) if kept else None

    archive = to.with_suffix(".tar")
    git(root, "archive", "--format=tar", f"--output={archive}", commit, ".")
    with tarfile.open(archive) as files:
        files.extractall(to, filter=plain)
    archive.unlink()


def touched(
    findings: tuple[Finding, ...], before: tuple[Finding, ...], changed: frozenset[str]
) -> tuple[Finding, ...]:
    """The findings in changed files, and elsewhere those that were not there before.

    A finding is the same one where rule, file and words agree: lines move.
    """
    known = {(one.path, one.rule, one.message) for one in before}
    return tuple(
        one
        for one in findings
        if one.path in changed or (one.path, one.rule, one.message) not in known
    )


def _commit(root: Path, revision: str) -> str:
    if revision.startswith("-"):
        raise UnknownRevisionError(f"“{revision}” is no revision.")
    try:
        told = _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except UnknownRevisionError:
        raise UnknownRevisionError(
            f"Git knows no revision “{revision}”. Fetch it first, or name another."
        ) from None
    return told.decode().strip()


def _git(root: Path, *words: str) -> bytes:
    try:
        return git(root, *words)
    except GitError as error:
        raise UnknownRevisionError(str(error)) from None
