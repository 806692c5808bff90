"""A sheet to print: cards, a table or running words, with writing lines and the teacher's key."""

from __future__ import annotations

from typing import Literal

from builder.model.base import Id, Part, Step
from builder.model.text import Line, Prose, Title
from builder.validation import WholeNumber


class Card(Part):
    """One card of a set."""

    id: Id
    title: Title | None = None
    text: Prose


class Row(Part):
    """One row; a cell that students fill in is left out."""

    id: Id
    cells: dict[Id, Line]
    """Words by the id of their column."""


class Table(Part):
    """A table with named columns."""

    columns: tuple[Step, ...]
    """The headings, in order."""
    rows: tuple[Row, ...]
    """The rows, in order."""


class Handout(Part):
    """One sheet; the key is never printed for students."""

    id: Id
    """Names the sheet; materials refer to it."""
    title: Title
    """What stands at its head."""
    for_: Literal["student", "teacher", "family"]
    """Who holds it."""
    intro: Prose | None = None
    """What to do with it."""
    cards: tuple[Card, ...] = ()
    """Cards to cut out."""
    body: Prose | None = None
    """Running words."""
    table: Table | None = None
    """A table to read or fill in."""
    choices: tuple[Step, ...] = ()
    """Boxes to tick, on each card or under the words."""
    lines: WholeNumber = 0
    """Writing lines under each card, or under the words."""
    key: Prose | None = None
    """Answers, for the teacher only."""
