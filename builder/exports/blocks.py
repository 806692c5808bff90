"""The plain HTML of a file as blocks: what a page of paper, a document or a slide is made of.

The one idea: every format is written from the same few blocks. Their HTML comes from our own
templates (`files/`), with free text that has passed `text.py`, so it is well formed and small; an
element that is not known gives its words and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that look alike, in one language."""

    text: str
    strong: bool = False
    em: bool = False
    code: bool = False
    href: str = ""
    language: str = ""
    """The language where it is not that of the file."""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the file."""

    level: int
    runs: Runs
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `style` is empty, lead, small or run (a run-in heading)."""

    runs: Runs
    style: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list; its style is bullets, numbers, choices to tick, blanks to fill in, cards to cut."""

    items: tuple[tuple[Block, ...], ...]
    style: str = "bullets"
    start: int = 1


@dataclass(frozen=True, slots=True)
class Pairs:
    """Terms with what is said of them; `glance` ones are few and short."""

    pairs: tuple[tuple[Runs, tuple[Block, ...]], ...]
    glance: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of headings; an empty cell is left for writing."""

    head: tuple[Runs, ...]
    rows: tuple[tuple[tuple[Block, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks set apart; `style` is card, note, stop, quote, slide or notes."""

    blocks: tuple[Block, ...]
    style: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the curriculum by the path of its file, with what it shows.

    Without words it is decoration.
    """

    path: str
    alt: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Empty lines to write on."""

    number: int


Block = Heading | Paragraph | Items | Pairs | Table | Box | Picture | Lines


def deeper(found: Sequence[Block], by: int, *, new_page: bool = False) -> tuple[Block, ...]:
    """The same with headings so many levels further down, at most at level 4."""
    lowered = tuple(
        replace(one, level=min(4, one.level + by), new_page=False)
        if isinstance(one, Heading)
        else one
        for one in found
    )
    if new_page and lowered and isinstance(lowered[0], Heading):
        return (replace(lowered[0], new_page=True), *lowered[1:])
    return lowered


def language_of(found: Iterable[Block]) -> str:
    """The language that all words of the blocks are in, where it is not that of the file."""
    told = {run.language for run in _runs(found) if run.text.strip()}
    return told.pop() if len(told) == 1 else ""


def _runs(found: Iterable[Block]) -> Iterator[Run]:
    for one in found:
        if isinstance(one, Heading | Paragraph):
            yield from one.runs
        elif isinstance(one, Box):
            yield from _runs(one.blocks)
        elif isinstance(one, Items):
            for item in one.items:
                yield from _runs(item)


def letters(runs: Iterable[Run]) -> str:
    """The letters of the runs without their looks."""
    return "".join(run.text for run in runs)
