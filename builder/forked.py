"""Work on many independent things in as many processes as there are cores."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

FEW = 200  # below this, starting processes costs more than it saves

Item = TypeVar("Item")
Result = TypeVar("Result")

_WORK: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []


def spread(work: Callable[[Item], Result], items: Sequence[Item], few: int = FEW) -> list[Result]:
    """What `work` gives for each item, in order; it may look at all that is loaded, change nothing.

    Where the system cannot fork, or for fewer than `few` items, all is done here.
    """
    cores = os.cpu_count() or 1
    if len(items) < few or cores < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return [work(one) for one in items]
    _WORK.append((work, items))
    gc.freeze()  # so that a child does not copy what it only reads
    try:
        with multiprocessing.get_context("fork").Pool(cores) as pool:
            return pool.map(_do, range(len(items)), chunksize=max(1, len(items) // (cores * 8)))
    finally:
        gc.unfreeze()
        _WORK.pop()


def _do(number: int) -> Any:
    work, items = _WORK[-1]
    return work(items[number])
