"""Drawings as PNG, for programs that read no SVG."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import typst

_PROGRAM = b"""#set page(width: 2in, height: 2in, margin: 0pt, fill: white)
#align(center + horizon, image(sys.inputs.path, width: 100%, height: 100%, fit: "contain"))"""


@lru_cache(maxsize=256)
def png(root: Path, path: str) -> bytes:
    """The drawing at this path below the root, 2 inches wide at 150 dots an inch."""
    told = {"path": "/" + path}
    made = _compiler(root).compile(_PROGRAM, format="png", ppi=150, sys_inputs=told)
    assert isinstance(made, bytes)
    return made


def has_run() -> bool:
    """Whether a picture has been made in this process."""
    return _compiler.cache_info().currsize > 0


@cache
def _compiler(root: Path) -> typst.Compiler:
    return typst.Compiler(root=root, ignore_system_fonts=True)
