"""The formats: of what kinds of document each is made, how, and whether answers stand in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.exports import papers
from builder.exports.cartridge import cartridge
from builder.exports.deck import deck
from builder.exports.docx import docx
from builder.exports.links import links
from builder.exports.paper import Paper
from builder.exports.papers import Desk
from builder.exports.pdf import pdf
from builder.exports.pptx import pptx
from builder.model.base import Document
from builder.model.lesson import Lesson
from builder.model.unit import Unit
from builder.model.workshop import Workshop

Make = Callable[[Desk, type[Document], str, Path], bytes | None]
_WHOLE: Mapping[type[Document], Callable[[Desk, str], Paper]] = {
    Lesson: papers.lesson,
    Unit: papers.unit,
    Workshop: papers.workshop,
}


@dataclass(frozen=True, slots=True)
class Format:
    """One format of files to take away."""

    name: str
    kinds: tuple[type[Document], ...]
    make: Make
    """The bytes of the file; None where a document gives nothing for it."""
    keys: bool
    """Whether answers stand in it; else students may have it."""


def _sheets(write: Callable[[Paper, Path], bytes]) -> Make:
    def make(desk: Desk, kind: type[Document], id: str, root: Path) -> bytes | None:
        paper = papers.sheets(desk, kind, id)
        return write(paper, root) if paper else None

    return make


FORMATS: Mapping[str, Format] = {
    one.name: one
    for one in (
        Format("pdf", tuple(_WHOLE), lambda d, k, id, root: pdf(_WHOLE[k](d, id), root), True),
        Format("docx", tuple(_WHOLE), lambda d, k, id, root: docx(_WHOLE[k](d, id), root), True),
        Format("pptx", tuple(_WHOLE), lambda d, k, id, root: pptx(deck(d, k, id)), True),
        Format("handouts", tuple(_WHOLE), _sheets(pdf), False),
        Format("handouts-docx", tuple(_WHOLE), _sheets(docx), False),
        Format("imscc", (Unit,), lambda d, k, id, root: cartridge(d, id, root), False),
        Format("csv", (Unit,), lambda d, k, id, root: links(d, id), False),
    )
}
"""Every format by its name on the command line."""
