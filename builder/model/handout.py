"""A sheet to print: cards, a table or running words, with writing lines and the teacher's key."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from builder import drawings, images
from builder.model.base import Id, Key, Part, Step
from builder.model.text import Line, Prose, Title
from builder.validation import Flag, WholeNumber


class Picture(Part):
    """A drawing or a photograph, and its words."""

    drawing: Id | None = None
    """The drawing, by the name of its file: `lime` is curriculum/drawings/lime.svg."""
    photo: Id | None = None
    """Instead of a drawing a photograph, by the name of its file: `lime` is lime.jpg, lime.png or
    lime.webp in curriculum/images.
    """
    alt: Line | None = None
    """What it shows, for whoever cannot see it; not the answer."""
    decorative: Flag = False
    """Instead of `alt`: write true where the picture says nothing that the card does not say."""

    @property
    def path(self) -> str:
        """Its file from the root; of a photograph, what that is called once it is made anew."""
        return drawings.path(self.drawing) if self.drawing else images.path(self.photo or "")


class Card(Part):
    """One card of a set."""

    id: Id
    """Names this card; never changed. Small letters, words joined by hyphens."""
    title: Title | None = None
    """What stands at the head of the card, if anything does."""
    picture: Picture | None = None
    """What is drawn or photographed on the card, if anything is."""
    text: Prose
    """What the card says."""


class Row(Part):
    """One row; a cell that students fill in is left out."""

    id: Id
    """Names this row; never changed. Small letters, words joined by hyphens."""
    cells: dict[Id, Line]
    """Words by the id of their column. Leave a column out where students write."""


class Table(Part):
    """A table with named columns."""

    columns: Annotated[tuple[Step, ...], Field(max_length=20)]
    """The headings of the columns, in order; at most 20 fit on a sheet."""
    rows: tuple[Row, ...]
    """The rows of the table, in order."""


class Handout(Part):
    """One sheet; the key is never printed for students."""

    id: Id
    """Names the sheet; materials refer to it."""
    title: Title
    """What stands at its head."""
    for_: Literal["student", "teacher", "family"]
    """Who holds it: student, teacher or family."""
    held_back: Flag = False
    """Write true for a student’s sheet that would give a surprise or an answer away beforehand: the
    student page does not list it, and the teacher hands it out in its time.
    """
    intro: Prose | None = None
    """What to do with the sheet, in a few words."""
    table: Table | None = None
    """A table to read or fill in."""
    body: Prose | None = None
    """Running words: a text to read, or questions."""
    cards: tuple[Card, ...] = ()
    """Cards to cut out, in order."""
    choices: Annotated[tuple[Step, ...], Field(max_length=20)] = ()
    """Boxes to tick, on each card or under the words; at most 20."""
    lines: Annotated[WholeNumber, Field(le=40)] = 0
    """How many writing lines stand under each card, or under the words; 40 fill a sheet."""
    key: Annotated[Prose | None, Key()] = None
    """Answers for the teacher; never printed for students."""
