"""Pictures as files can hold them: photographs made anew, drawings as PNG where no SVG is read."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path, PurePosixPath

import typst

from builder import images

_PROGRAM = b"""#set page(width: 2in, height: 2in, margin: 0pt, fill: white)
#align(center + horizon, image(sys.inputs.path, width: 100%, height: 100%, fit: "contain"))"""


def file(root: Path, path: str) -> str:
    """Where the picture of this path stands below the root; of a photograph, what was made of it.

    Raises RefusedError where the photograph cannot be shown.
    """
    if not path.startswith(f"{images.FOLDER}/"):
        return path
    return images.shown(root, PurePosixPath(path).stem).relative_to(root).as_posix()


@lru_cache(maxsize=256)
def raster(root: Path, path: str) -> bytes:
    """A photograph as JPEG, a drawing as PNG, 2 inches wide at 150 dots an inch."""
    path = file(root, path)
    if path.endswith(".jpg"):
        return (root / path).read_bytes()
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
