"""Slides before they have a format: a title, a few words to read, and what the speaker says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from builder import templates
from builder.exports.blocks import Block, Box, Heading, Items, Paragraph, Runs, letters
from builder.exports.html import blocks
from builder.exports.papers import Desk, stops_of
from builder.model.base import Document
from builder.model.lesson import Lesson
from builder.model.unit import Unit
from builder.model.workshop import Workshop

MOST = 560
"""So many letters stand on one slide; more go on a second one of the same heading."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; `first` is one that opens a lesson or a workshop."""

    title: Runs
    body: tuple[Block, ...]
    notes: tuple[Block, ...]
    first: bool = False
    place: str = ""
    """Which part of a long one it is, such as “2 of 2”."""


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides of a file."""

    title: str
    about: str
    language: str
    direction: str
    district: str
    foot: str
    slides: tuple[Slide, ...]


def deck(desk: Desk, kind: type[Document], id: str) -> Deck:
    """The slides of a lesson, of a unit's lessons in order, or of a workshop."""
    view = desk.view
    one: Any = view.document(kind, id)
    values: dict[str, Any] = {"lessons": []}
    if kind is Workshop:
        values["workshop"] = one
    else:
        ids = [stop.id for stop, _ in stops_of(view, one)] if kind is Unit else [id]
        values["lessons"] = [
            (view.document(Lesson, each), desk.address(f"lessons/{each}/student/")) for each in ids
        ]
    html = templates.render("files/slides.html.jinja", view.reader, values)
    view.reads.add("names term")
    settings = view.settings
    return Deck(
        title=one.title.shown,
        about=one.summary.shown,
        language=view.reader.language,
        direction=view.reader.direction,
        district=settings.district.name,
        foot=f"{settings.district.name}, {settings.edition}. CC BY 4.0.",
        slides=tuple(
            part for box in blocks(html) for part in _slides(box, len(values["lessons"]) != 1, view)
        ),
    )


def _slides(box: Block, several: bool, view: Any) -> Iterator[Slide]:
    """The slide of a section, or several where it holds more than one can show."""
    assert isinstance(box, Box)
    heading, *rest = box.blocks
    assert isinstance(heading, Heading)
    notes = tuple(one for each in rest if _is_notes(each) for one in each.blocks)  # type: ignore[union-attr]
    shown = [one for one in rest if not _is_notes(one)]
    parts = _parted(shown)
    for number, part in enumerate(parts, 1):
        place = ""
        if len(parts) > 1:
            place = view.words("{number} of {total}", number=number, total=len(parts)).unescape()
        yield Slide(heading.runs, part, notes if number == 1 else (), several, place)


def _is_notes(block: Block) -> bool:
    return isinstance(block, Box) and block.style == "notes"


def _parted(shown: Sequence[Block]) -> list[tuple[Block, ...]]:
    """The blocks in as few parts as fit, each block whole."""
    parts: list[list[Block]] = [[]]
    room = MOST
    for one in shown:
        size = weight(one)
        if parts[-1] and size > room:
            parts.append([])
            room = MOST
        parts[-1].append(one)
        room -= size
    return [tuple(part) for part in parts]


def weight(block: Block) -> int:
    """How much room a block takes, in letters; a new line counts for some."""
    if isinstance(block, Paragraph | Heading):
        return len(letters(block.runs)) + 30
    if isinstance(block, Items):
        return sum(weight(one) for item in block.items for one in item)
    if isinstance(block, Box):
        return sum(weight(one) for one in block.blocks)
    return 0
