"""Finds the project, lists its files in one order on every machine, and writes without tearing."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from builder import forked

MOST_BYTES = 2_000_000
"""Of one file of the content; the largest of the project has a tenth of it."""


NAME = "[a-z0-9]+(-[a-z0-9]+)*"
"""An id, and what a file is called by one: no two are alike, even where capitals do not count."""


def bounded(file: Path | str, most: int = MOST_BYTES) -> bytes:
    """The bytes of the file; of a larger one than `most` only so many that one sees it is."""
    with open(file, "rb") as stream:
        small = os.fstat(stream.fileno()).st_size <= most
        return stream.read() if small else stream.read(most + 1)


def find_root(start: Path) -> Path:
    """The nearest folder at or above `start` with a mkdocs.yml.

    Raises FileNotFoundError, in a sentence for the reader, where there is none.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise FileNotFoundError(f"No mkdocs.yml in {start} or above it; run this inside the project.")


def listed(folder: Path, ending: str) -> Iterator[Path]:
    """Every regular file below `folder` that ends so, sorted by its path with “/”.

    What begins with a dot is an editor's own, and a link could lead out of the project.
    """
    yield from map(Path, sorted(paths(folder.as_posix(), ending)))


def paths(folder: str, ending: str) -> Iterator[str]:
    """The same in no order, as strings: there are thousands of PO files.

    Raises OSError where a folder is there and cannot be listed: what is in it is not nothing.
    """
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for one in entries:
        if one.name.startswith("."):
            continue
        if one.is_dir(follow_symlinks=False):
            yield from paths(one.path, ending)
        elif one.name.endswith(ending) and one.is_file(follow_symlinks=False):
            yield one.path.replace(os.sep, "/")


class Seen:
    """The files of a project as one command reads them: each is the same from beginning to end.

    What is remembered of a file stands under the digest of its bytes, so its bytes must not be
    those of a later moment: somebody saves a file, or takes it away, while a site is built.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._digests: dict[str, bytes] = {}
        self._ahead: Callable[[], Mapping[str, bytes]] = dict

    def read_ahead(self, paths: Sequence[str]) -> None:
        """Begin to read these files beside other work, where they are many."""
        if len(paths) >= forked.FEW:
            self._ahead = forked.beside(partial(_told, self.root, paths))

    def read(self, path: str) -> bytes | None:
        """The bytes of the file at this path from the root; None where there is none.

        Of one that nothing takes, as it is too large, only as many as tell that.
        Raises OSError where it was another when it was read before.
        """
        try:
            data = bounded(f"{self.root}/{path}")
        except (FileNotFoundError, IsADirectoryError):
            data = None
        told = hashlib.sha256(data).digest() if data is not None else b""
        if self._digests.setdefault(path, told) != told:
            raise changed(self.root / path)
        return data

    def digest(self, path: str) -> bytes:
        """The digest of a file's bytes; empty where there is none."""
        if path not in self._digests:
            self._arrive()
        if path not in self._digests:
            self.read(path)
        return self._digests[path]

    def _arrive(self) -> None:
        """Take in what was read ahead; what was read here before stays as it was."""
        told, self._ahead = self._ahead(), dict
        self._digests = {**told, **self._digests} if told else self._digests


def _told(root: Path, paths: Sequence[str]) -> Mapping[str, bytes]:
    """The digests of those files that can be read."""
    seen = Seen(root)
    for path in paths:
        with suppress(OSError):
            seen.read(path)
    return {path: told for path, told in seen._digests.items() if told}


def changed(file: Path) -> OSError:
    """The error that says that a file is not what it was a moment ago."""
    return OSError(errno.ESTALE, "changed meanwhile", str(file))


def read_sealed(file: Path) -> bytes | None:
    """What `write_sealed` wrote; None where it is not there, any byte of it has changed, or it was
    written as another file."""
    try:
        seal, _, data = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    return data if _seal(file, data) == seal else None


def write_sealed(file: Path, data: bytes) -> None:
    """Write `data` under a seal that tells later whether it is still what was written here."""
    write(file, _seal(file, data) + b"\n" + data)


def _seal(file: Path, data: bytes) -> bytes:
    """A memory that took the place of another is as little what it seems as a damaged one."""
    return hashlib.sha256(file.name.encode() + b"\n" + data).hexdigest().encode()


def link(file: Path, place: Path) -> None:
    """The file once more at `place`, as a hard link where the disk can."""
    try:
        os.link(file, place)
    except OSError:
        shutil.copy2(file, place)


def put(file: Path, data: bytes) -> None:
    """Write `data` where nobody reads yet, into no file that has another name too."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    file.write_bytes(data)


def write(file: Path, data: bytes) -> None:
    """Put `data` into `file` as a whole: a reader sees the old file or the new one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.chmod(temporary, 0o644)
        os.replace(temporary, file)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
