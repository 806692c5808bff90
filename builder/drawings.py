"""The drawings of the curriculum: SVG files of plain shapes, in which nothing can run or be read.

A drawing is shown as `<img>` with its words beside it in the document, so no word stands in it that
a translator could not reach. Here it is read as untrusted: only listed elements and attributes
pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from builder import files, refusals

FOLDER = "curriculum/drawings"
MOST_BYTES = 20_000
_MOST_DEEP = 20  # what makes PDFs gives up at a thousand

_PATH = re.compile(rf"{FOLDER}/{files.NAME}\.svg")
_SPACE = "{http://www.w3.org/2000/svg}"
_ELEMENTS = frozenset(
    ("svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon")
)
_ATTRIBUTES = frozenset(
    (
        *("viewBox", "d", "points", "transform", "x", "y", "x1", "y1", "x2", "y2", "width"),
        *("height", "cx", "cy", "r", "rx", "ry", "fill", "stroke", "stroke-width"),
        *("stroke-linecap", "stroke-linejoin", "stroke-dasharray"),
    )
)
# Numbers, colors by their numbers, the letters of paths, and the words of the attributes above.
_VALUE = re.compile(r"[-+.,()\s\w%]*|#[0-9a-fA-F]{3,6}")
_BOX = re.compile(r"0 0 [1-9][0-9]{1,3} [1-9][0-9]{1,3}")


def path(name: str) -> str:
    """Where the drawing of this name stands, from the root."""
    return f"{FOLDER}/{name}.svg"


def drawings(root: Path) -> Iterator[str]:
    """The path of every drawing from the root that a card can name, in order."""
    for file in files.listed(root / FOLDER, ".svg"):
        if is_nameable(told := file.relative_to(root).as_posix()):
            yield told


def is_nameable(path: str) -> bool:
    """Whether a card can name the drawing at this path from the root."""
    return bool(_PATH.fullmatch(path))


def refused(data: bytes) -> str:
    """Why this is no drawing that can be shown, in words; empty where it is one."""
    if len(data) > MOST_BYTES:
        return f"the file is larger than {MOST_BYTES // 1000} kB"
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "it is not UTF-8 text"
    if refusals.hidden(words):  # a parser takes text with zeros for UTF-16, and reads other words
        return "it holds a character that no file may hold"
    if "<!" in words or "<?" in words:  # no declarations, so no entities that could grow
        return "it holds a declaration or a comment"
    try:
        top = ElementTree.fromstring(words)
    except (ElementTree.ParseError, ValueError):
        return "it is not well-formed XML"
    if top.tag != _SPACE + "svg" or not _BOX.fullmatch(top.get("viewBox", "")):
        return 'it does not begin with an svg element and viewBox="0 0 240 240"'
    if _is_deep(top):
        return f"its groups are nested more than {_MOST_DEEP} deep"
    return next(_odd(top), "")


def _is_deep(top: ElementTree.Element) -> bool:
    level = [top]
    for _ in range(_MOST_DEEP):
        level = [one for element in level for one in element]
    return bool(level)


def _odd(top: ElementTree.Element) -> Iterator[str]:
    for element in top.iter():
        name = element.tag.removeprefix(_SPACE)
        if name not in _ELEMENTS or (name == "svg" and element is not top):
            yield f"it holds the element “{name[:40]}”"
        if (element.text or "").strip() or (element is not top and (element.tail or "").strip()):
            yield "it holds words, which nobody could translate"
        for attribute, value in element.items():
            if attribute not in _ATTRIBUTES:
                yield f"it holds the attribute “{attribute[:40]}”"
            elif not _VALUE.fullmatch(value) or "url" in value.lower():
                yield f"the attribute “{attribute}” holds more than numbers and colors"
