"""The code of pages by HTML's own parser, and by what HTML lets stand in what.

Source: WHATWG, HTML, 3.2.5 Content models and 13.2 Parsing HTML documents.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import yaml
from promises import Tried
from tinyhtml5.parser import HTMLParser

from test_browser.serving import PAGE_TYPES, Built, in_turn

pytestmark = pytest.mark.promise("markup")

HTML = "{http://www.w3.org/1999/xhtml}"
_TOLD = yaml.safe_load(Path(__file__).with_name("html.yml").read_text("utf-8"))
PHRASES, WORDS, OTHERS, PRESSED, REFERENCES, EVERYWHERE = (
    frozenset(_TOLD[part].split())
    for part in ("phrases", "words", "others", "pressed", "references", "everywhere")
)
CHILDREN, PARENTS, ATTRIBUTES, NEEDED, VALUES = (
    {name: frozenset(words.split()) for name, words in _TOLD[part].items()}
    for part in ("children", "parents", "attributes", "needed", "values")
)
# Source: WHATWG, HTML, 2.3.4.1 “Signed integers”; RFC 5646, 2.1, for the tags that we use.
FORMS = {
    **dict.fromkeys(("tabindex", "start"), re.compile(r"-?\d+")),
    **dict.fromkeys(("width", "height", "colspan", "rowspan"), re.compile(r"\d+")),
    **dict.fromkeys(("lang", "hreflang"), re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")),
}


def parsed(words: str) -> tuple[Element, list[str]]:
    """The tree that a browser makes of a page, and what is wrong with the words."""
    parser = HTMLParser()
    root = parser.parse(words)
    return root, [
        f"{line}:{column}: {fault} {data}" for (line, column), fault, data in parser.errors
    ]


def faults(words: str) -> list[str]:
    """All that is wrong with the code of a page."""
    root, found = parsed(words)
    ids = Counter(one.get("id", "") for one in root.iter() if "id" in one.attrib)
    found += [f"the id “{id}” stands {many} times" for id, many in ids.items() if many > 1]
    found += [f"the id “{id}” cannot be named" for id in ids if len(id.split()) != 1]
    for one in root.iter():
        for name in REFERENCES:
            missing = [id for id in (one.get(name) or "").split() if id not in ids]
            found += [f"{said(one)}: {name} names no element: {id}" for id in missing]
    asked = (misplaced, unnamed, miswritten)
    found += [fault for one in below(root) for ask in asked for fault in ask(one)]
    return [*found, *within(root)]


def name(one: Element) -> str:
    return one.tag.removeprefix(HTML)


def inside(one: Element) -> list[Element]:
    """The elements of HTML that stand in one, without comments and drawings."""
    return [child for child in one if isinstance(child.tag, str) and child.tag.startswith(HTML)]


def below(one: Element) -> Iterator[Element]:
    """The element and every element of HTML within it."""
    yield one
    for child in inside(one):
        yield from below(child)


def said(one: Element) -> str:
    told = "".join(f' {name}="{value[:40]}"' for name, value in list(one.attrib.items())[:3])
    return f"<{name(one)}{told}>"


def misplaced(one: Element) -> Iterator[str]:
    """What may not stand right in an element."""
    kind, children = name(one), inside(one)
    if kind not in WORDS | OTHERS:
        yield f"{said(one)}: HTML knows no such element"
    for child in children:
        allowed = CHILDREN.get(kind, {name(child)})
        if name(child) not in allowed or kind not in PARENTS.get(name(child), {kind}):
            yield f"{said(child)} stands in {said(one)}"
    names = [name(child) for child in children]
    if kind == "details" and (names[:1] != ["summary"] or names.count("summary") != 1):
        yield f"{said(one)} does not begin with its summary"
    words = "".join([one.text or "", *(child.tail or "" for child in one)]).strip()
    if kind in CHILDREN and words:
        yield f"{said(one)} holds words: {words[:40]}"


def miswritten(one: Element) -> Iterator[str]:
    """Attributes that the element does not have, or lacks, and values that they cannot have."""
    kind = name(one)
    known = EVERYWHERE | ATTRIBUTES.get(kind, frozenset())
    for attribute, value in one.attrib.items():
        if attribute not in known and not attribute.startswith(("data-", "{")):
            yield f"{said(one)} has no attribute {attribute}"
        few, form = VALUES.get(attribute), FORMS.get(attribute)
        if (few and value not in {*few, ""}) or (form and not form.fullmatch(value)):
            yield f"{said(one)}: {attribute} cannot be “{value}”"
    for attribute in NEEDED.get(kind, frozenset()) - one.attrib.keys():
        yield f"{said(one)} lacks {attribute}"


def within(one: Element, around: tuple[str, ...] = ()) -> Iterator[str]:
    """What may not stand anywhere within what is around it."""
    kind = name(one)
    outer = [outer for outer in around if outer in PHRASES]
    heading = re.fullmatch("h[1-6]", kind) and outer == ["summary"]
    if kind not in WORDS and outer and not heading:
        yield f"{said(one)} stands within <{outer[-1]}>"
    outer = [outer for outer in around if outer in ("a", "button", "summary")]
    if kind in PRESSED and outer and one.get("type") != "hidden":
        yield f"{said(one)} stands within <{outer[-1]}>"
    for child in inside(one):
        yield from within(child, (*around, kind))


def unnamed(around: Element) -> Iterator[str]:
    """A table without a name, its own or of the region around it, or with no header cells."""
    for table in inside(around):
        if name(table) != "table":
            continue
        heads = list(table.iter(f"{HTML}th"))
        if not heads:
            yield f"{said(table)} names neither its rows nor its columns"
        yield from (f"{said(one)} does not say its scope" for one in heads if not one.get("scope"))
        captions = table.findall(f"{HTML}caption")
        if not (captions or table.get("aria-labelledby") or around.get("aria-label")):
            yield f"{said(table)} has no name"


@pytest.mark.criteria("markup", "1.3.1", "4.1.2")
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_page_type_is_sound_html(kind: str, built: Built, tried: Tried) -> None:
    path = built.richest(kind).path
    languages = [one.id for one in built.languages]
    seen = in_turn(PAGE_TYPES.index(kind), languages)
    assert_sound([built.file(path, language) for language in seen])
    tried("pages", len(seen))


def test_page_for_what_is_not_there_is_sound_html(built: Built) -> None:
    assert_sound([built.folder / "404.html"])


def assert_sound(files: list[Path]) -> None:
    found = [f"{file}: {fault}" for file in files for fault in faults(file.read_text("utf-8"))]
    assert not found, "\n".join(found)


SHELL = "<!doctype html><html lang=en><head><title>T</title></head><body>{}</body></html>"


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("<p>One<div>Two</div></p>", "unexpected-end-tag"),
        ("<div>", "end-tag"),
        ("&foo", "expected-named-entity"),
        ("<p id=a></p><p id=a></p>", "stands 2 times"),
        ("<p id='a b'></p>", "cannot be named"),
        ("<p aria-labelledby=x></p>", "names no element: x"),
        ("<foo></foo>", "knows no such element"),
        ("<span><div></div></span>", "<div> stands within <span>"),
        ("<span><a href=x><p></p></a></span>", "<p> stands within <span>"),
        ("<a href=x><button>B</button></a>", "<button> stands within <a>"),
        ("<ul><p></p></ul>", "<p> stands in <ul>"),
        ("<div><li>One</li></div>", "<li> stands in <div>"),
        ("<ul>Words<li>One</li></ul>", "<ul> holds words: Words"),
        ("<details><p></p></details>", "does not begin with its summary"),
        ("<table><caption>C</caption><tr><td>1</td></tr></table>", "names neither"),
        ("<table><caption>C</caption><tr><th>1</th></tr></table>", "does not say its scope"),
        ("<table><tr><th scope=col>1</th></tr></table>", "has no name"),
        ("<p href=x></p>", "has no attribute href"),
        ("<p aria-lable=x></p>", "has no attribute aria-lable"),
        ("<p aria-hidden=yes></p>", "aria-hidden cannot be “yes”"),
        ("<p lang=english></p>", "lang cannot be “english”"),
        ("<p tabindex=first></p>", "tabindex cannot be “first”"),
        ("<img src=x>", "lacks alt"),
        ("<button>B</button>", "lacks type"),
    ],
)
def test_what_is_wrong_is_found(words: str, fault: str) -> None:
    assert [one for one in faults(SHELL.format(words)) if fault in one]


def test_what_is_right_is_left_alone() -> None:
    words = "<details><summary><h2>H</h2></summary><ul><li><p><a href=x><b>b</b></a></ul></details>"
    assert faults(SHELL.format(words)) == []
