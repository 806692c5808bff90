"""Blocks as a Word document that a teacher can change: real headings, lists, tables, languages.

Source: ECMA-376 (Office Open XML), WordprocessingML. The same blocks give the same bytes: the
package's times are fixed, its properties hold no clock.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.shared import Inches, Pt, RGBColor

from builder.exports import package, pictures, word
from builder.exports.blocks import (
    Block,
    Box,
    Heading,
    Items,
    Lines,
    Pairs,
    Paragraph,
    Picture,
    Run,
    Runs,
    Table,
    language_of,
)
from builder.exports.paper import Paper
from builder.settings import direction

_GREEN = RGBColor(0x1D, 0x4D, 0x3F)
_GREY = RGBColor(0x5A, 0x64, 0x60)
_STEP = 0.25  # inches that each box or list steps in
_LISTS = {"bullets": "ListBullet", "numbers": "ListNumber"}


def docx(paper: Paper, root: Path) -> bytes:
    """The paper as a .docx file."""
    writer = _Writer(paper, root)
    writer.begin()
    for block in paper.blocks:
        writer.put(block)
    writer.end()
    made = io.BytesIO()
    writer.document.save(made)
    return package.still(made.getvalue())


class _Writer:
    """Puts blocks into a document, one after the other; a cell of a table is a place as well."""

    def __init__(self, paper: Paper, root: Path) -> None:
        self.paper, self.root = paper, root
        self.document: Any = Document()
        self.turned = paper.direction == "rtl"
        self.side: tuple[str, str] | None = None
        """At which side of each paragraph a line stands now, and its color."""

    def begin(self) -> None:
        """Settings, styles, what stands at the edges of each page, the title."""
        paper, document = self.paper, self.document
        section = document.sections[0]
        section.page_width, section.page_height = Inches(8.5), Inches(11)
        section.left_margin = section.right_margin = Inches(0.9)
        section.top_margin = section.bottom_margin = Inches(0.8)
        told = document.core_properties
        told.title, told.author = paper.title[:255], paper.district[:255]
        told.language, told.comments, told.keywords = paper.language, "", ""
        package.timeless(told)
        self._styles()
        self._runs(section.footer.paragraphs[0], (Run(paper.foot),), size=8, color=_GREY)
        self._runs(self._paragraph(document), (Run(paper.over),), size=9, color=_GREY)
        self._heading(Heading(1, (Run(paper.title),)), document)

    def end(self) -> None:
        """The address of the page on the web."""
        if self.paper.address:
            address = self.paper.address
            runs = (Run(f"{self.paper.web} "), Run(address, href=address))
            self._runs(self._paragraph(self.document), runs, size=9)

    def put(self, block: Block, place: Any = None, depth: int = 0) -> None:
        """Write a block at the end of `place`, so many steps in."""
        place = self.document if place is None else place
        if isinstance(block, Heading):
            self._heading(block, place)
        elif isinstance(block, Paragraph):
            self._plain(block, place, depth)
        elif isinstance(block, Items):
            self._items(block, place, depth)
        elif isinstance(block, Pairs):
            self._pairs(block, place, depth)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Box):
            self._box(block, place, depth)
        elif isinstance(block, Picture):
            self._picture(block, place)
        elif isinstance(block, Lines):
            for _ in range(block.number):
                word.rule(self._paragraph(place))

    def _all(self, found: Iterable[Block], place: Any, depth: int) -> None:
        for one in found:
            self.put(one, place, depth)

    def _heading(self, block: Heading, place: Any) -> None:
        paragraph = self._paragraph(place, block, f"Heading{block.level}")
        if block.new_page:
            paragraph.paragraph_format.page_break_before = True
        self._runs(paragraph, block.runs)

    def _plain(self, block: Paragraph, place: Any, depth: int, style: str | None = None) -> Any:
        size = {"lead": 12, "small": 9}.get(block.style)
        color = _GREEN if block.style == "run" else None
        paragraph = self._paragraph(place, block, style)
        _step_in(paragraph, depth, keep=block.style == "run")
        return self._runs(paragraph, block.runs, size=size, color=color)

    def _pairs(self, block: Pairs, place: Any, depth: int) -> None:
        if block.glance:
            strong = [tuple(replace(one, strong=True) for one in term) for term, _ in block.pairs]
            rows = [
                ((Paragraph(term),), said)
                for term, (_, said) in zip(strong, block.pairs, strict=True)
            ]
            table = self._grid(rows, 2)
            for row in table.rows:
                row.cells[0].width, row.cells[1].width = Inches(1.7), Inches(5.0)
            return
        for term, said in block.pairs:
            head = Paragraph(tuple(replace(one, strong=True) for one in term))
            _step_in(self._plain(head, place, depth), depth, keep=True)
            self._all(said, place, depth + 1)

    def _items(self, block: Items, place: Any, depth: int) -> None:
        if block.style == "cards":
            rows = [block.items[at : at + 2] for at in range(0, len(block.items), 2)]
            self._grid([tuple(row) + ((),) * (2 - len(row)) for row in rows], 2)
            return
        count = word.counted(self.document, block.start) if block.style == "numbers" else 0
        for item in block.items:
            for at, one in enumerate(item):
                if at or not isinstance(one, Paragraph):
                    self.put(one, place, depth + 1)
                else:
                    self._first(one, block.style, place, depth, count)

    def _first(self, one: Paragraph, style: str, place: Any, depth: int, count: int) -> None:
        """The first paragraph of an item, with what marks it."""
        if style == "choices":
            one = Paragraph((Run("☐ "), *one.runs))
        if style == "blanks":
            one = Paragraph((*one.runs, Run(" " + "_" * 30)))
        listed = _LISTS.get(style)
        paragraph = self._plain(one, place, depth, listed)
        if count:
            word.number(paragraph, count)
        if listed:
            _step_in(paragraph, depth + 1, hanging=_STEP)

    def _box(self, block: Box, place: Any, depth: int) -> None:
        """Blocks with a line at their side."""
        own = language_of((block,)) or self.paper.language
        side = "right" if direction(own) == "rtl" else "left"
        outer, self.side = self.side, (side, "9C2F1F" if block.style == "stop" else "1D4D3F")
        self._all(block.blocks, place, depth + 1)
        self.side = outer

    def _table(self, block: Table) -> None:
        strong = [tuple(replace(run, strong=True) for run in cell) for cell in block.head]
        head = tuple((Paragraph(cell),) for cell in strong)
        table = self._grid([head, *block.rows], len(block.head))
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    def _grid(self, rows: Sequence[tuple[tuple[Block, ...], ...]], columns: int) -> Any:
        table = self.document.add_table(rows=len(rows), cols=columns)
        word.style_of_table(table, "TableGrid")
        if self.turned:
            table._tbl.tblPr.insert(1, OxmlElement("w:bidiVisual"))
        for row, cells in zip(table.rows, rows, strict=True):
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for cell, found in zip(row.cells, cells, strict=True):
                self._all(found, cell, 0)
                if found:  # a cell is born with an empty paragraph
                    cell._tc.remove(cell.paragraphs[0]._p)
        self.document.add_paragraph()
        return table

    def _picture(self, block: Picture, place: Any) -> None:
        run = place.add_paragraph().add_run()
        word.picture(run, pictures.raster(self.root, block.path), block.alt)

    def _paragraph(self, place: Any, block: Block | None = None, style: str | None = None) -> Any:
        paragraph = place.add_paragraph()
        if style:
            word.style(paragraph, style)
        if self.side:
            word.rule(paragraph, *self.side, 8)
        own = language_of((block,)) if block else ""
        if direction(own or self.paper.language) == "rtl":
            word.turn(paragraph)
        return paragraph

    def _runs(
        self, paragraph: Any, runs: Runs, size: int | None = None, color: RGBColor | None = None
    ) -> Any:
        for one in runs:
            run = word.link(paragraph, one.href) if one.href else paragraph.add_run()
            run.text = one.text  # a line break in it becomes one
            run.bold, run.italic = one.strong or None, one.em or None
            if size:
                run.font.size = Pt(size)
            if color is not None:
                run.font.color.rgb = color
            own = one.language or self.paper.language
            word.speak(run, own, direction(own) == "rtl")
        return paragraph

    def _styles(self) -> None:
        """The look of the whole document, in styles that a teacher can change at once."""
        names = ("Normal", "Heading 1", "Heading 2", "Heading 3", "Heading 4")
        styles = {name: self.document.styles[name] for name in names}
        for name, style in styles.items():
            word.faces_of(style, self.paper.language)
            if name != "Normal":
                style.font.color.rgb = _GREEN
        styles["Normal"].font.size = Pt(10.5 if self.paper.keys else 12)
        styles["Normal"].paragraph_format.space_after = Pt(5)
        for name, size in (("Heading 1", 20), ("Heading 2", 14), ("Heading 3", 12)):
            styles[name].font.size = Pt(size)


def _step_in(paragraph: Any, depth: int, keep: bool = False, hanging: float = 0.0) -> None:
    """Indent a paragraph by its depth; `keep` it with what follows."""
    told = paragraph.paragraph_format
    if depth:
        told.left_indent = Inches(_STEP * depth)
    if hanging:
        told.first_line_indent = Inches(-hanging)
    if keep:
        told.keep_with_next = True
