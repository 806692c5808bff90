"""What MkDocs says and hears while a build of ours runs it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unasked() -> Iterator[None]:
    """Hide the command line from static-i18n.

    It would take our `--dirty` for MkDocs's and let MkDocs warn of its faults once a language.
    """
    words, sys.argv = sys.argv, sys.argv[:1]
    try:
        yield
    finally:
        sys.argv = words


@contextmanager
def told(level: int = logging.WARNING) -> Iterator[None]:
    """Let MkDocs and the plugin say what goes wrong, and while serving what they do."""
    log = logging.getLogger("mkdocs")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.setLevel(level)
    # What the system refused is said once, in the error that the build ends with.
    handler.addFilter(lambda _: not isinstance(sys.exc_info()[1], OSError))
    log.addHandler(handler)
    log.setLevel(min(level, log.getEffectiveLevel()))
    try:
        yield
    finally:
        log.removeHandler(handler)
