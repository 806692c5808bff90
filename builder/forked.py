"""Work in other processes: on many independent things at once, or beside what is done here."""

from __future__ import annotations

import errno
import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, TypeVar

FEW = 200  # below this, starting processes costs more than it saves

Item = TypeVar("Item")
Result = TypeVar("Result")

_WORK: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []


def spread(work: Callable[[Item], Result], items: Sequence[Item], few: int = FEW) -> list[Result]:
    """What `work` gives for each item, in order; it may look at all that is loaded, change nothing.

    Where the system cannot fork, or for fewer than `few` items, all is done here. Raises OSError
    where a process was ended before its work was done, as systems do that run out of memory.
    """
    if len(items) < few or not _can_fork():
        return [work(one) for one in items]
    from concurrent.futures import process  # costs a fiftieth of a second, so only where used

    _WORK.append((work, items))
    gc.freeze()  # so that a child does not copy what it only reads
    cores = os.cpu_count() or 1
    fork, share = multiprocessing.get_context("fork"), max(1, len(items) // (cores * 8))
    try:
        with process.ProcessPoolExecutor(cores, mp_context=fork, initializer=_follow) as pool:
            return list(pool.map(_do, range(len(items)), chunksize=share))
    except process.BrokenProcessPool as error:
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)) from error
    finally:
        gc.unfreeze()
        _WORK.pop()


def beside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begin the work in another process; what is returned waits for its result, once.

    It may be begun twice: where that process did not come to its end, and where the system cannot
    fork, it is done here when its result is asked for, and so raises here what it raises.
    """
    if not _can_fork():
        return work
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe(duplex=False)
    process = fork.Process(target=_tell, args=(work, here, there), daemon=True)
    process.start()
    there.close()

    def result() -> Result:
        try:
            told: Result = here.recv()
        except EOFError:
            process.join()
            return work()
        process.join()
        return told

    return result


def _can_fork() -> bool:
    return (os.cpu_count() or 1) > 1 and "fork" in multiprocessing.get_all_start_methods()


def _tell(work: Callable[[], Any], here: Connection, there: Connection) -> None:
    here.close()
    _follow()
    with suppress(Exception):  # whoever asked does it once more, and hears what is wrong
        there.send(work())


def _do(number: int) -> Any:
    work, items = _WORK[-1]
    return work(items[number])


def _follow() -> None:
    """End when the parent has been killed: a child would wait for ever, and hold its locks."""
    parent = multiprocessing.parent_process()

    def wait() -> None:
        if parent:
            parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
