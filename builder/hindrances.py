"""What the system refuses, as one sentence that says what is and one that says what to do."""

from __future__ import annotations

import errno
from pathlib import Path

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)
_GONE = (errno.ESTALE, errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENOTEMPTY)


def told(error: OSError, root: Path) -> str:
    """What hindered the work and what to do; files of the project are named from its `root`."""
    name = _from(root, error)
    if error.errno in _FULL:
        return f"The disk is full{_at(name)}. Make room, then run the same command again."
    if error.errno in _CLOSED:
        return (
            f"{name or 'A folder'} may not be written or read. Give yourself the right to it,"
            " or work in a copy of the project; then run the same command again."
        )
    if error.errno in _GONE or isinstance(error, LookupError):  # jinja2's for a template
        return (
            f"{name or 'A file'} changed or went away in the middle of the work."
            " Run the same command again when nothing else changes the project."
        )
    return f"{error.strerror or error}{_at(name)}. Mend that, then run the same command again."


def _at(name: str) -> str:
    return f" ({name})" if name else ""


def _from(root: Path, error: OSError) -> str:
    """The file or folder that the error is about, as a writer names it; empty where it is none."""
    given = error.filename or getattr(error, "name", None)
    if not isinstance(given, (str, bytes, Path)):
        return ""
    path = Path(given.decode("utf-8", "replace") if isinstance(given, bytes) else given)
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return str(path)
