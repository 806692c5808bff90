"""Slides as PowerPoint: 16:9, every slide with a title, the speaker's words in the notes.

Source: ECMA-376 (Office Open XML), PresentationML. The same slides give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from builder.exports import faces, package
from builder.exports.blocks import Block, Box, Heading, Items, Pairs, Paragraph, Runs
from builder.exports.deck import Deck, Slide, weight
from builder.settings import direction

_WIDTH, _HEIGHT = Inches(13.333), Inches(7.5)
_EDGE = Inches(0.7)
_GREEN = RGBColor(0x1D, 0x4D, 0x3F)  # type: ignore[no-untyped-call]
_SIZES = ((140, 32), (280, 28), (420, 24), (560, 22))
_SMALLEST = 18


def pptx(deck: Deck) -> bytes:
    """The deck as a .pptx file."""
    show: Any = Presentation()
    show.slide_width, show.slide_height = _WIDTH, _HEIGHT
    layout = show.slide_layouts.get_by_name("Title and Content")
    _lay_out(layout)
    for layout_ in [one for one in show.slide_layouts if one is not layout]:
        show.slide_layouts.remove(layout_)
    writer = _Writer(deck, layout)
    for slide in deck.slides:
        writer.add(show, slide)
    told = show.core_properties
    told.title, told.author = deck.title[:255], deck.district[:255]
    told.language, told.keywords, told.comments = deck.language, "", ""
    package.timeless(told)
    made = io.BytesIO()
    show.save(made)
    return package.still(made.getvalue())


def _lay_out(layout: Any) -> None:
    """Give the places of the template, which is made for 4:3, the room of 16:9."""
    room = _WIDTH - 2 * _EDGE
    for holder in (layout, layout.slide_master):
        for place in list(holder.placeholders):
            kind = place.placeholder_format.type.name
            if kind in ("TITLE", "CENTER_TITLE"):
                _put(place, _EDGE, Inches(0.45), room, Inches(1.15))
            elif kind in ("OBJECT", "BODY"):
                _put(place, _EDGE, Inches(1.75), room, Inches(5.0))
            else:
                place._element.getparent().remove(place._element)


def _put(place: Any, left: int, top: int, width: int, height: int) -> None:
    place.left, place.top, place.width, place.height = map(Emu, (left, top, width, height))


class _Writer:
    """Writes the slides of one deck."""

    def __init__(self, deck: Deck, layout: Any) -> None:
        self.deck, self.layout = deck, layout

    def add(self, show: Any, slide: Slide) -> None:
        """A slide with its title, its words and its notes."""
        made = show.slides.add_slide(self.layout)
        title, body = made.shapes.title, made.placeholders[1]
        title.text_frame.word_wrap = True
        title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
        self._fill(title.text_frame.paragraphs[0], slide.title, 36 if not slide.first else 34, True)
        if slide.place:
            self._append(title.text_frame.paragraphs[0], f" ({slide.place})", 20)
        frame = body.text_frame
        frame.auto_size = MSO_AUTO_SIZE.NONE
        self._write(frame, slide.body)
        self._foot(made)
        notes = made.notes_slide.notes_text_frame
        self._lines(notes, slide.notes)

    def _write(self, frame: Any, found: tuple[Block, ...]) -> None:
        told = sum(map(weight, found))
        size = next((size for most, size in _SIZES if told <= most), _SMALLEST)
        first = True
        for runs, listed, small in _flat(found):
            paragraph = frame.paragraphs[0] if first else frame.add_paragraph()
            first = False
            self._fill(paragraph, runs, 18 if small else size, False)
            paragraph.space_after = Pt(8)
            if not listed:
                _unmarked(paragraph)

    def _lines(self, frame: Any, found: tuple[Block, ...]) -> None:
        """The speaker's words, a paragraph each; a quote is what is said aloud."""
        for number, (runs, listed, _) in enumerate(_flat(found)):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            if listed:
                self._append(paragraph, "• ", 12)
            self._fill(paragraph, runs, 12, False)

    def _foot(self, made: Any) -> None:
        box = made.shapes.add_textbox(
            _EDGE, _HEIGHT - Inches(0.5), _WIDTH - 2 * _EDGE, Inches(0.35)
        )
        box.name = "Edition"
        self._append(box.text_frame.paragraphs[0], self.deck.foot, 10)

    def _fill(self, paragraph: Any, runs: Runs, size: int, titled: bool) -> None:
        own = {run.language for run in runs if run.text.strip()}
        language = own.pop() if len(own) == 1 else ""
        self._turn(paragraph, language or self.deck.language)
        for one in runs:
            run = self._append(paragraph, one.text, size, one.language)
            run.font.bold, run.font.italic = one.strong or titled or None, one.em or None
            if titled:
                run.font.color.rgb = _GREEN
            if one.href.startswith("https://"):
                run.hyperlink.address = one.href

    def _append(self, paragraph: Any, text: str, size: int, language: str = "") -> Any:
        run = paragraph.add_run()
        run.text, run.font.size = text.replace("\n", " "), Pt(size)
        _speak(run, language or self.deck.language)
        return run

    def _turn(self, paragraph: Any, language: str) -> None:
        turned = direction(language) == "rtl"
        paragraph.alignment = PP_ALIGN.RIGHT if turned else PP_ALIGN.LEFT
        paragraph._p.get_or_add_pPr().set("rtl", "1" if turned else "0")


def _flat(found: Iterable[Block], listed: bool = False) -> Iterable[tuple[Runs, bool, bool]]:
    """Every paragraph with whether it is an item of a list, and whether it is small."""
    for one in found:
        if isinstance(one, Paragraph | Heading):
            yield one.runs, listed, isinstance(one, Paragraph) and one.style == "small"
        elif isinstance(one, Items):
            for item in one.items:
                yield from _flat(item, True)
        elif isinstance(one, Pairs):
            for _, said in one.pairs:
                yield from _flat(said)
        elif isinstance(one, Box):
            yield from _flat(one.blocks)


def _unmarked(paragraph: Any) -> None:
    """Take the bullet away that the template gives each paragraph."""
    told = paragraph._p.get_or_add_pPr()
    told.set("marL", "0")
    told.set("indent", "0")
    etree.SubElement(told, qn("a:buNone"))


def _speak(run: Any, language: str) -> None:
    """Say in which language the letters are, and name their faces."""
    properties = run._r.get_or_add_rPr()
    properties.set("lang", faces.tag(language))
    told = faces.faces(language)
    for name, slot in (("latin", "ascii"), ("ea", "eastAsia"), ("cs", "cs")):
        face = etree.SubElement(properties, qn(f"a:{name}"))
        face.set("typeface", told[slot])
