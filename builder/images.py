"""The photographs of the curriculum: PNG, JPEG and WebP files, none of which is shown as it came.

Readers get what `developing.py` makes of them. It is made once and kept in the cache, under a name
that tells what it was made from and what it holds.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from builder import developing, files
from builder.developing import RefusedError

FOLDER = "curriculum/images"
KEPT = ".cache/images"
MOST_BYTES = 2_000_000

_SHOWN = (".jpg", ".jpeg", ".png", ".webp")
# What people put beside them in the belief that it would be shown.
_OTHERS = (".avif", ".bmp", ".gif", ".heic", ".heif", ".svg", ".tif", ".tiff")
_ENDINGS = (*_SHOWN, *_OTHERS)


def path(name: str) -> str:
    """What the photograph of this name is called once it is made anew."""
    return f"{FOLDER}/{name}.jpg"


def is_picture(path: str) -> bool:
    """Whether a file is meant as a picture, by the ending of its name."""
    return path.lower().endswith(_ENDINGS)


def images(root: Path) -> Iterator[str]:
    """The path of everything in the folder that is meant as a picture, links too, in order.

    What begins with a dot is an editor's own.
    """
    found = []
    for folder, below, names in os.walk(root / FOLDER, onerror=_unlisted):
        below[:] = [one for one in below if not one.startswith(".")]
        above = Path(folder).relative_to(root).as_posix()
        found += [f"{above}/{one}" for one in names if one[0] != "." and is_picture(one)]
    yield from sorted(found)


def _unlisted(error: OSError) -> None:
    """A folder that cannot be listed is no empty one; none at all is."""
    if not isinstance(error, FileNotFoundError):
        raise error


def names(root: Path) -> list[str]:
    """The names of all photographs, by which cards show them."""
    return sorted({PurePosixPath(one).stem for one in images(root)})


def refused(root: Path, path: str) -> str:
    """Why the file at this path cannot be shown, in words; empty where it can."""
    try:
        alike = _called(root, PurePosixPath(path).stem)
        if len(alike) > 1:
            return f"{alike[alike[0] == path]} has the same name"
        _kept(root, path)
    except RefusedError as error:
        return str(error)
    return ""


def shown(root: Path, name: str) -> Path:
    """The file of the photograph made anew, which stands in the cache; raises RefusedError."""
    found = _called(root, name)
    if not found:
        raise RefusedError(f"there is no photograph “{name}”")
    return _kept(root, found[0])


def forget_others(root: Path, kept: set[Path]) -> None:
    """Take away what the cache holds of photographs that have changed or are gone."""
    for file in (root / KEPT).glob("*.jpg"):
        if file not in kept:
            file.unlink(missing_ok=True)


def _called(root: Path, name: str) -> list[str]:
    """The path of every picture of this name in the folder itself, in order."""
    there = sorted(os.listdir(root / FOLDER)) if (root / FOLDER).is_dir() else []
    return [
        f"{FOLDER}/{one}" for one in there if one.rpartition(".")[0] == name and is_picture(one)
    ]


def _kept(root: Path, path: str) -> Path:
    """Where it is kept: named by what it was made from and by what it holds."""
    data = _read(root, path)
    source = _digest(developing.recipe() + data)
    for file in (root / KEPT).glob(f"{source}-*.jpg"):
        if file.stem.endswith(_digest(file.read_bytes())):
            return file
    made = developing.developed(data, PurePosixPath(path).suffix)
    file = root / KEPT / f"{source}-{_digest(made)}.jpg"
    files.write(file, made)
    return file


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]


def _read(root: Path, path: str) -> bytes:
    file = root / path
    if file.resolve() != root.resolve() / path:
        raise RefusedError("it is a link to another file")
    if not file.is_file():
        raise RefusedError("it is not a file")
    if PurePosixPath(path).parent.as_posix() != FOLDER:
        raise RefusedError(f"it does not stand in {FOLDER} itself")
    if not re.fullmatch(files.NAME, file.stem):
        raise RefusedError("its name may hold small letters and digits, words joined by hyphens")
    if file.stat().st_size > MOST_BYTES:
        raise RefusedError(f"it is larger than {MOST_BYTES // 1_000_000} MB")
    return file.read_bytes()
