"""What the system refuses, as one sentence that says what is and one that says what to do."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)
_GONE = (errno.ESTALE, errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENOTEMPTY)
_OTHER = (
    *(errno.EIO, errno.ETIMEDOUT, errno.EBUSY, errno.EXDEV, errno.ENAMETOOLONG),
    *(errno.EAGAIN, errno.EMFILE, errno.ENFILE, errno.EADDRINUSE, errno.EADDRNOTAVAIL),
    errno.ENOLCK,
)
_OURS = (Path(__file__).parent, Path(sys.prefix), Path(sys.base_prefix))


def told(error: Exception, root: Path) -> str:
    """What hindered the work and what to do; files of the project are named from its `root`.

    Empty where it was not the machine: the error is a fault of the builder.
    """
    if isinstance(error, MemoryError):
        error = OSError(errno.ENOMEM, "")
    return _told(error, root) if isinstance(error, OSError) else ""


def _told(error: OSError, root: Path) -> str:
    path, code = _path(error, root), error.errno
    name = _name(path, root)
    if code in _FULL:
        return f"The disk is full{_at(name)}. Make room, then run the same command again."
    if code in _CLOSED:
        return (
            f"{name or 'A folder'} may not be written or read. Give yourself the right to it,"
            " or work in a copy of the project; then run the same command again."
        )
    if code == errno.ENOMEM:
        return (
            "The memory ran out, or a part of the work was ended from outside."
            " Close other programs, then run the same command again."
        )
    if code in _OTHER:
        return f"{error.strerror}{_at(name)}. Mend that, then run the same command again."
    if path and (code in _GONE or isinstance(error, LookupError)):  # jinja2's for a template
        return (
            f"{name} changed or went away in the middle of the work."
            " Run the same command again when nothing else changes the project."
        )
    return ""


def _at(name: str) -> str:
    return f" ({name})" if name else ""


def _path(error: OSError, root: Path) -> Path | None:
    """The file or folder that the error is about; None where it is none, or one of the builder."""
    given = error.filename or getattr(error, "name", None)
    if not isinstance(given, (str, bytes, Path)):
        return None
    path = root / (given.decode("utf-8", "replace") if isinstance(given, bytes) else given)
    ours = path.suffix == ".jinja" or any(path.is_relative_to(one) for one in _OURS)
    return None if ours else path


def _name(path: Path | None, root: Path) -> str:
    """As a writer names it; empty where it is none."""
    if path is None:
        return ""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
