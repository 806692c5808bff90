"""What of git publishing needs: trees and files of a commit, a commit made beside, one ref moved.

New objects are made in a repository of its own, below `.cache/`, that borrows those of the project.
Whole packs then move over by a rename, so the project's repository never holds half a file.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

from builder.git import GitError, git

NOTHING = "0" * 40
_PATIENCE = 3.0  # seconds; git holds the lock of a ref for milliseconds


class Entry(NamedTuple):
    """An entry of a tree."""

    kind: str
    id: str


@dataclass(frozen=True)
class Repository:
    """The git repository that the project stands in."""

    root: Path

    @cached_property
    def folder(self) -> Path:
        """Where its objects and refs are; raises GitError where there is no repository."""
        told = git(self.root, "rev-parse", "--git-common-dir").decode().strip()
        return (self.root / told).resolve()

    def commit(self, revision: str) -> str | None:
        """The commit that the revision names, None where it names none."""
        if revision.startswith("-"):
            return None
        try:
            told = git(self.root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        except GitError:
            return None
        return told.decode().strip()

    def tree(self, commit: str, path: str = "") -> dict[str, Entry]:
        """What stands in a folder of the commit, by name."""
        found = {}
        for line in git(self.root, "ls-tree", "-z", f"{commit}:{path}").split(b"\0"):
            if line:
                told, _, name = line.partition(b"\t")
                _, kind, id = told.decode().split(" ")
                found[name.decode(errors="surrogateescape")] = Entry(kind, id)
        return found

    def files(self, commit: str, path: str) -> list[str]:
        """Every file below a folder of the commit, by its path from there."""
        told = git(self.root, "ls-tree", "-r", "-z", "--name-only", f"{commit}:{path}")
        return [one.decode(errors="surrogateescape") for one in told.split(b"\0") if one]

    def read(self, commit: str, path: str) -> bytes:
        """The bytes of a file of the commit; raises GitError where there is none."""
        return git(self.root, "cat-file", "blob", f"{commit}:{path}")

    def all(self, commit: str, paths: Sequence[str]) -> dict[str, bytes]:
        """The bytes of many files of the commit, by path; asked of one git."""
        asked = "".join(f"{commit}:{path}\n" for path in paths).encode()
        with TemporaryFile() as given:
            given.write(asked)
            given.seek(0)
            told = git(self.root, "cat-file", "--batch", data=given)
        found, at = {}, 0
        for path in paths:
            end = told.index(b"\n", at)
            size = int(told[at:end].split(b" ")[-1])
            found[path] = told[end + 1 : end + 1 + size]
            at = end + size + 2
        return found

    def take(self, scratch: Path) -> None:
        """Let the packs that were made beside be the project's: each by a rename, index last."""
        for made in sorted((scratch / "objects/pack").glob("pack-*"), key=_index_last):
            place = self.folder / "objects/pack" / made.name
            if place.exists():
                continue
            try:
                os.rename(made, place)
            except OSError:  # the project's git stands on another disk
                beside = place.with_name(f"tmp_{made.name}")
                shutil.copy2(made, beside)
                os.rename(beside, place)

    def move(self, ref: str, new: str, old: str | None) -> bool:
        """Move the ref from the old commit to the new one; False where it has moved meanwhile.

        Where its lock stands unchanged for seconds, whoever made it was killed.
        """
        lock = self.folder / f"{ref}.lock"
        seen, since = _stamp(lock), time.monotonic()
        while True:
            try:
                git(self.root, "update-ref", ref, new, old or NOTHING)
            except GitError:
                if self.commit(ref) != old:
                    return False
                standing = _stamp(lock)
                if standing != seen:
                    seen, since = standing, time.monotonic()
                elif time.monotonic() - since > _PATIENCE:
                    if standing is None:
                        raise
                    lock.unlink(missing_ok=True)
                time.sleep(0.05)
            else:
                return True


def _index_last(file: Path) -> tuple[bool, str]:
    return file.suffix == ".idx", file.name


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        told = file.stat()
    except OSError:
        return None
    return told.st_ino, told.st_mtime_ns


class Copied(NamedTuple):
    """The content of another name in the same commit, once more."""

    of: str


Content = Path | bytes | Copied | None
"""What stands at a name: a folder of the disk, the bytes of a file, a copy, nothing."""


def compose(
    repository: Repository, scratch: Path, old: str | None, message: str, put: Mapping[str, Content]
) -> str:
    """A commit on top of the old one in which the names have this content; no ref has moved yet."""
    git(scratch.parent, "init", "--quiet", "--bare", str(scratch))
    borrowed = scratch / "objects/info/alternates"
    borrowed.write_text(f"{repository.folder / 'objects'}\n", "utf-8")
    stream = scratch / "stream"
    with stream.open("wb") as to:
        for part in _stream(repository, old, message, put):
            to.write(part)
    command = (
        "-c",
        "fastimport.unpackLimit=0",
        "-c",
        "gc.auto=0",
        "fast-import",
        "--quiet",
        "--done",
    )
    with stream.open("rb") as given:
        git(scratch, *command, data=given)
    return git(scratch, "rev-parse", "refs/heads/new").decode().strip()


def _stream(
    repository: Repository, old: str | None, message: str, put: Mapping[str, Content]
) -> Iterator[bytes]:
    """The commit in the words of git fast-import."""
    words = message.encode()
    yield b"commit refs/heads/new\ncommitter " + _who(repository) + b"\n"
    yield b"data %d\n%s\n" % (len(words), words)
    if old:
        yield f"from {old}\n".encode()
    for name, content in put.items():
        if isinstance(content, bytes):
            yield from _file(name, content)
            continue
        yield b"D %s\n" % _quoted(name)
        if isinstance(content, Copied):
            yield b"C %s %s\n" % (_quoted(content.of), _quoted(name))
        elif isinstance(content, Path):
            for file in sorted(content.rglob("*")):
                if file.is_file():
                    path = f"{name}/{file.relative_to(content).as_posix()}"
                    yield from _file(path, file.read_bytes())
    yield b"done\n"


def _file(path: str, data: bytes) -> Iterator[bytes]:
    yield b"M 100644 inline %s\ndata %d\n" % (_quoted(path), len(data))
    yield data
    yield b"\n"


def _quoted(path: str) -> bytes:
    plain = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{plain}"'.encode(errors="surrogateescape")


def _who(repository: Repository) -> bytes:
    try:
        return git(repository.root, "var", "GIT_COMMITTER_IDENT").strip()
    except GitError:  # nobody has told git a name, as on a build machine
        return f"curriculum <curriculum@localhost> {int(time.time())} +0000".encode()
