"""Work on many independent things in as many processes as there are cores."""

from __future__ import annotations

import errno
import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
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
    cores = os.cpu_count() or 1
    if len(items) < few or cores < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return [work(one) for one in items]
    from concurrent.futures import process  # costs a fiftieth of a second, so only where used

    _WORK.append((work, items))
    gc.freeze()  # so that a child does not copy what it only reads
    fork, share = multiprocessing.get_context("fork"), max(1, len(items) // (cores * 8))
    try:
        with process.ProcessPoolExecutor(cores, mp_context=fork, initializer=_follow) as pool:
            return list(pool.map(_do, range(len(items)), chunksize=share))
    except process.BrokenProcessPool as error:
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)) from error
    finally:
        gc.unfreeze()
        _WORK.pop()


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
