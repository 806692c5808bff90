"""Counts pages as they are written, for whoever shows it."""

from __future__ import annotations

from collections.abc import Callable

_LISTENERS: list[Callable[[], None]] = []


class Progress:
    """Tells every listener that one more page is written."""

    def step(self) -> None:
        """One more page."""
        for listener in _LISTENERS:
            listener()


def listen(listener: Callable[[], None]) -> None:
    """Call `listener` for each page that is written from now on."""
    _LISTENERS.append(listener)


def forget(listener: Callable[[], None]) -> None:
    """Stop calling it."""
    _LISTENERS.remove(listener)
