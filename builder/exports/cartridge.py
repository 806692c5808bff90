"""A unit as a Common Cartridge for a learning management system: what students see, no answers.

Source: 1EdTech Common Cartridge 1.3: a manifest at the root, web content, web links.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from builder import templates
from builder.exports import package, pictures
from builder.exports.papers import Desk, lesson_of, stops_of
from builder.identity import identifier
from builder.model.lesson import Lesson
from builder.model.unit import Unit

_CP = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"
_LOM = "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest"
_LINK = "http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3"


@dataclass(frozen=True, slots=True)
class _Thing:
    """A page or a web link of the package."""

    name: str
    title: str
    data: bytes
    type: str = "webcontent"


def cartridge(desk: Desk, id: str, root: Path) -> bytes:
    """The .imscc file of a unit: for each lesson its steps, its sheets and a link to its page."""
    view = desk.view
    unit = view.document(Unit, id)
    chapters = [
        (lesson, list(_things(desk, lesson, values)))
        for lesson, values in (lesson_of(view, stop.id) for stop, _ in stops_of(view, unit))
    ]
    shown = sorted({one for lesson, _ in chapters for one in _pictures(lesson)})
    manifest = _manifest(desk, unit, chapters, shown)
    entries = {"imsmanifest.xml": manifest}
    entries |= {thing.name: thing.data for _, things in chapters for thing in things}
    entries |= {path: (root / pictures.file(root, path)).read_bytes() for path in shown}
    return package.packed(entries)


def _things(desk: Desk, lesson: Lesson, values: dict[str, Any]) -> Iterator[_Thing]:
    view = desk.view
    reader = view.reader
    shared = {**values, "direction": reader.direction, "sheet": None}

    def page(name: str, title: Any, **more: Any) -> _Thing:
        told = {**shared, "title": title, **more}
        html = templates.render("files/student-page.html.jinja", reader, told)
        return _Thing(f"{lesson.id}-{name}.html", title.shown, html.strip().encode())

    yield page("steps", lesson.title)
    for sheet in _given(lesson):
        yield page(f"sheet-{sheet.id}", sheet.title, sheet=sheet)
    address = desk.address(f"lessons/{lesson.id}/student/")
    title = view.words("Student view").unescape()
    yield _Thing(f"{lesson.id}-link.xml", title, _web_link(title, address), "imswl_xmlv1p3")


def _given(lesson: Lesson) -> list[Any]:
    """The sheets that students may see beforehand."""
    return [one for one in lesson.handouts if one.for_ == "student" and not one.held_back]


def _pictures(lesson: Lesson) -> Iterator[str]:
    for sheet in _given(lesson):
        for card in sheet.cards:
            if card.picture:
                yield card.picture.path


def _web_link(title: str, address: str) -> bytes:
    root = etree.Element(f"{{{_LINK}}}webLink", nsmap={None: _LINK})
    etree.SubElement(root, f"{{{_LINK}}}title").text = title
    etree.SubElement(root, f"{{{_LINK}}}url", href=address, target="_blank")
    return _xml(root)


def _manifest(
    desk: Desk, unit: Unit, chapters: list[tuple[Lesson, list[_Thing]]], shown: list[str]
) -> bytes:
    language = desk.view.reader.language
    own = identifier(language, unit.kind, unit.id)
    root = etree.Element(_cp("manifest"), identifier=f"I{own}", nsmap={None: _CP, "lomm": _LOM})
    metadata = etree.SubElement(root, _cp("metadata"))
    etree.SubElement(metadata, _cp("schema")).text = "IMS Common Cartridge"
    etree.SubElement(metadata, _cp("schemaversion")).text = "1.3.0"
    _describe(metadata, unit, language)
    organizations = etree.SubElement(root, _cp("organizations"))
    organization = etree.SubElement(
        organizations, _cp("organization"), identifier="O1", structure="rooted-hierarchy"
    )
    top = etree.SubElement(organization, _cp("item"), identifier="root")
    resources = etree.SubElement(root, _cp("resources"))
    for number, (lesson, things) in enumerate(chapters, 1):
        folder = _item(top, f"L{number}", lesson.title.shown)
        for place, thing in enumerate(things, 1):
            name = f"L{number}.{place}"
            _item(folder, f"I{name}", thing.title, f"R{name}")
            _resource(resources, f"R{name}", thing.type, thing.name)
    for number, path in enumerate(shown, 1):
        _resource(resources, f"P{number}", "webcontent", path)
    return _xml(root)


def _describe(metadata: Any, unit: Unit, language: str) -> None:
    """Title, summary and rights of the unit, in its language."""

    def told(parent: Any, name: str, words: str) -> None:
        string = etree.SubElement(etree.SubElement(parent, _lom(name)), _lom("string"))
        string.set("language", language)
        string.text = words

    lom = etree.SubElement(metadata, _lom("lom"))
    general = etree.SubElement(lom, _lom("general"))
    told(general, "title", unit.title.shown)
    etree.SubElement(general, _lom("language")).text = language
    told(general, "description", unit.summary.shown)
    rights = etree.SubElement(lom, _lom("rights"))
    copyright_ = etree.SubElement(rights, _lom("copyrightAndOtherRestrictions"))
    etree.SubElement(copyright_, _lom("value")).text = "yes"
    told(rights, "description", "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/")


def _item(parent: Any, id: str, title: str, resource: str | None = None) -> Any:
    item = etree.SubElement(parent, _cp("item"), identifier=id)
    if resource:
        item.set("identifierref", resource)
    etree.SubElement(item, _cp("title")).text = title
    return item


def _resource(parent: Any, id: str, type: str, path: str) -> None:
    told = {"identifier": id, "type": type}
    resource = etree.SubElement(parent, _cp("resource"), **told)
    if type == "webcontent":
        resource.set("href", path)
    etree.SubElement(resource, _cp("file"), href=path)


def _cp(name: str) -> str:
    return f"{{{_CP}}}{name}"


def _lom(name: str) -> str:
    return f"{{{_LOM}}}{name}"


def _xml(root: Any) -> bytes:
    told: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return told
