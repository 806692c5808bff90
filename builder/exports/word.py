"""What python-docx leaves to its users: languages, directions, links, lists that count anew.

Source: ECMA-376 part 1, WordprocessingML.
"""

from __future__ import annotations

import io
from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Emu, Inches
from docx.text.run import Run as DocxRun

from builder.exports import faces

_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"

# How Word itself says that a picture is decoration: [MS-ODRAWXML], 2.29.
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext></a:extLst>'
)


# python-docx looks through all styles for a name: here they are named by their ids.
def style(paragraph: Any, id: str) -> None:
    """Give a paragraph the style of this id."""
    paragraph._p.get_or_add_pPr().get_or_add_pStyle().val = id


def style_of_table(table: Any, id: str) -> None:
    """Give a table the style of this id."""
    table._tbl.tblStyle_val = id


def speak(run: Any, language: str, turned: bool) -> None:
    """Say in which language the letters of a run are, and that they run from right to left."""
    properties = run._r.get_or_add_rPr()
    tag = faces.tag(language)
    told = OxmlElement("w:lang")
    told.set(qn("w:val"), tag)
    told.set(qn("w:eastAsia"), tag)
    told.set(qn("w:bidi"), tag)
    properties.append(told)
    if turned:
        properties.insert_element_before(OxmlElement("w:rtl"), "w:cs", "w:em", "w:lang")
        for plain, complex_ in (("w:b", "w:bCs"), ("w:i", "w:iCs")):
            if properties.find(qn(plain)) is not None:
                properties.find(qn(plain)).addnext(OxmlElement(complex_))
        size = properties.find(qn("w:sz"))
        if size is not None:
            own = OxmlElement("w:szCs")
            own.set(qn("w:val"), size.get(qn("w:val")))
            size.addnext(own)


def picture(run: Any, data: bytes, alt: str) -> None:
    """Put a picture into a run, 1.5 inches at most; without words it is marked as decoration."""
    shape = run.add_picture(io.BytesIO(data))
    scale = Inches(1.5) / max(shape.width, shape.height)
    shape.width, shape.height = Emu(shape.width * scale), Emu(shape.height * scale)
    told = shape._inline.docPr
    told.set("descr", alt)
    if not alt:
        told.append(parse_xml(_DECORATIVE))


def turn(paragraph: Any) -> None:
    """Let a paragraph run from right to left."""
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        OxmlElement("w:bidi"),
        *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing"),
        *("w:jc", "w:outlineLvl", "w:rPr", "w:sectPr", "w:pPrChange"),
    )


def link(paragraph: Any, address: str) -> DocxRun:
    """A run within a link to the address."""
    holder: Any = OxmlElement("w:hyperlink")
    holder.set(qn("r:id"), paragraph.part.relate_to(address, _LINK, is_external=True))
    made: Any = OxmlElement("w:r")
    holder.append(made)
    paragraph._p.append(holder)
    run = DocxRun(made, paragraph)
    run.font.underline = True
    return run


def faces_of(style: Any, language: str) -> None:
    """Name the typefaces of a style for Latin, East Asian and complex scripts."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for slot, face in faces.faces(language).items():
        fonts.set(qn(f"w:{slot}"), face)


def counted(document: Any, start: int) -> int:
    """The number of a new list that counts from `start`, in the manner of “List Number”."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    own = style.pPr.numPr.numId.val
    abstract = next(one for one in numbering.num_lst if one.numId == own).abstractNumId.val
    made = numbering.add_num(abstract)
    override = made.add_lvlOverride(ilvl=0)
    override.add_startOverride(start)
    return int(made.numId)


def number(paragraph: Any, list_number: int) -> None:
    """Let a paragraph be an item of this list."""
    told = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    told.get_or_add_numId().val = list_number
    told.get_or_add_ilvl().val = 0


def rule(paragraph: Any, side: str = "bottom", color: str = "808A85", gap: int = 1) -> None:
    """A line at a side of a paragraph: to write on, or to set words apart."""
    borders: Any = OxmlElement("w:pBdr")
    line: Any = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", "6"), ("space", str(gap)), ("color", color)):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders,
        *("w:shd", "w:tabs", "w:bidi", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"),
    )
