"""A builder on a machine that fails: one process that has loaded all, and a fork for each fault.

    python faulty.py        reads one order a line as JSON, answers with one line

An order names the folder of the project, the words of the command and the fault. What a build does
to the disk is seen through Python's audit hooks, which every road to the disk passes: a hook that
raises is a system call that failed. Workers of a build inherit the hook and count with it.
"""

from __future__ import annotations

import errno
import json
import mmap
import os
import resource
import signal
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_NEEDS_ROOM = ("open", "os.rename", "os.link", "os.mkdir", "os.symlink")
_CHANGES = (*_NEEDS_ROOM, "os.remove", "os.rmdir", "os.chmod", "os.utime", "os.truncate")


@dataclass(frozen=True)
class Fault:
    """What goes wrong, and at which of the points it could: 0 only counts them.

    `full`: there is no room, `for_good` or at that point alone; `at` may say how it begins.
    `killed`: the process is that comes to it. `closed`: nothing may be written in the folder `at`;
    `shut`: it may not be listed.
    `gone`: the source is gone at the moment in which it is opened. `cut`: no file may become larger
    than `point` bytes. `tool`: the programs in the folder `at` are found first.
    """

    what: str = "none"
    point: int = 0
    for_good: bool = False
    at: str = ""
    renames: bool = False
    """Whether folders are renamed because the system cannot exchange them."""


@dataclass(frozen=True)
class Ended:
    """How the command ended, what it said, and each point at which it could have been hit."""

    code: int
    said: str
    points: list[str] = field(default_factory=list)


class Machine:
    """The process that forks."""

    def __init__(self) -> None:
        words = [sys.executable, __file__]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True)

    def run(self, root: Path, *words: str, fault: Fault | None = None) -> Ended:
        """The command `curriculum` with these words, in this folder, with this fault."""
        order = {"root": str(root), "words": words, "fault": asdict(fault or Fault())}
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return Ended(**json.loads(self._process.stdout.readline()))

    def stop(self) -> None:
        """Let the process end."""
        self._process.communicate()


@contextmanager
def machine() -> Iterator[Machine]:
    """A machine, ended at the end."""
    made = Machine()
    try:
        yield made
    finally:
        made.stop()


def _hook(root: str, fault: Fault, count: Callable[[str], int]) -> Callable[[str, Any], None]:
    named = [fault.at] if fault.at else []

    def is_named(point: str) -> bool:
        """Whether this is the first whose beginning the fault names."""
        met = any(point.startswith(one) for one in named)
        if met:
            named.clear()
        return met

    def full(event: str, given: Any) -> None:
        if event in _NEEDS_ROOM and (path := _changed(event, given, root)):
            number = count(f"{event} {path}")
            met = number == fault.point or is_named(f"{event} {path}")
            if met or (fault.for_good and 0 < fault.point < number):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), f"{root}/{path}")

    def killed(event: str, given: Any) -> None:
        path = _changed(event, given, root) if event in _NEEDS_ROOM else ""
        if path and (count(point := f"{event} {path}") == fault.point or is_named(point)):
            os.kill(os.getpid(), signal.SIGKILL)

    def closed(event: str, given: Any) -> None:
        if event in _CHANGES and (path := _changed(event, given, root)):
            count(f"{event} {path}")
            if f"{path}/".startswith(fault.at):
                raise OSError(errno.EROFS, os.strerror(errno.EROFS), f"{root}/{path}")

    def shut(event: str, given: Any) -> None:
        if event == "os.scandir" and _below(given[0], root) == fault.at:
            count(f"{event} {fault.at}")
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), given[0])

    def gone(event: str, given: Any) -> None:
        path = _source(given, root) if event == "open" else ""
        if path and count(path) == fault.point:
            os.unlink(f"{root}/{path}")

    hooks = {"full": full, "killed": killed, "closed": closed, "shut": shut, "gone": gone}
    return hooks[fault.what]


def _changed(event: str, given: Any, root: str) -> str:
    """The path below the project that the event changes; empty where it changes none."""
    if event == "open" and not (isinstance(given[2], int) and given[2] & _WRITING):
        return ""
    return _below(given[1] if event in ("os.rename", "os.link") else given[0], root)


def _source(given: Any, root: str) -> str:
    """The path of a file that people write and the builder opens to read."""
    path = _below(given[0], root)
    mine = path.startswith(("curriculum/", "progression/", "overrides/"))
    return path if mine and os.path.isfile(f"{root}/{path}") else ""


def _below(path: Any, root: str) -> str:
    if not isinstance(path, (str, bytes, os.PathLike)):
        return ""
    whole = os.path.abspath(os.fsdecode(path))
    return whole[len(root) + 1 :] if whole.startswith(f"{root}/") else ""


def _counter(points: Path) -> Callable[[str], int]:
    """Numbers each point, in this process and its workers, and writes down what it was."""
    shared, trace = mmap.mmap(-1, 8), os.open(points, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def count(point: str) -> int:
        number: int = struct.unpack("q", shared[:])[0] + 1
        shared[:] = struct.pack("q", number)
        os.write(trace, f"{point}\n".encode())
        return number

    return count


def _begin(root: str, words: list[str], fault: Fault, points: Path) -> None:
    """In the fork: the command with its fault."""
    from builder import cli
    from builder.plugin import run

    os.chdir(root)
    sys.argv = ["curriculum", *words]
    if fault.renames:
        run._exchange = lambda one, other: False
    if fault.what == "cut":
        resource.setrlimit(resource.RLIMIT_FSIZE, (fault.point, fault.point))
    elif fault.what == "tool":
        os.environ["PATH"] = f"{fault.at}:{os.environ['PATH']}"
    elif fault.what != "none":
        sys.addaudithook(_hook(root, fault, _counter(points)))
    cli.run()


def _answer(order: dict[str, Any], points: Path) -> Ended:
    """How the command of an order ended."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(writing, 1)
        os.dup2(writing, 2)
        os.close(writing)
        try:
            _begin(order["root"], order["words"], Fault(**order["fault"]), points)
        finally:
            os._exit(99)  # the command ends the process itself
    os.close(writing)
    with open(reading, encoding="utf-8") as stream:
        said = stream.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return Ended(code, said, points.read_text("utf-8").splitlines() if points.is_file() else [])


def _serve() -> None:
    from builder import exports
    from builder.cli import build

    assert build, "all is loaded once, before the forks"
    assert exports
    for line in sys.stdin:
        with tempfile.TemporaryDirectory() as folder:
            told = _answer(json.loads(line), Path(folder) / "points")
        print(json.dumps(asdict(told)), flush=True)


if __name__ == "__main__":
    _serve()
