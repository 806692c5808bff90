"""Drawings as PNG, for programs that read no SVG."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import typst

_PROGRAM = b"""#set page(width: 2in, height: 2in, margin: 0pt, fill: white)
#align(center + horizon, image(sys.inputs.path, width: 100%, height: 100%, fit: "contain"))"""


@lru_cache(maxsize=256)
def png(root: Path, path: str) -> bytes:
    """The drawing at this path below the root, 2 inches wide at 150 dots an inch."""
    compiler = typst.Compiler(root=root)
    made = compiler.compile(_PROGRAM, format="png", ppi=150, sys_inputs={"path": "/" + path})
    assert isinstance(made, bytes)
    return made
