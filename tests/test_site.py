"""The real site, every page of every language: links, heads, data, and what must not be there."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from lxml import etree

from builder import settings, text
from builder.model import curriculum as model
from builder.model.educators import Chapter, Course, Module
from builder.model.lesson import Lesson
from builder.model.program import Program
from builder.model.workshop import Workshop

ROOT = Path(__file__).parents[1]
ORIGIN = "https://curriculum.example.org/"
FOREIGN = ("style", "iframe", "object", "embed", "base")
DISTRICT = settings.load(ROOT)[0]
assert DISTRICT
LANGUAGES = {one.id: one for one in DISTRICT.languages}


@dataclass
class Head:
    """What a page says of itself."""

    title: str = ""
    description: str = ""
    canonical: str = ""
    language: str = ""
    direction: str = ""
    linked: str = ""


@dataclass
class Read:
    """One page, read once for all tests."""

    head: Head = field(default_factory=Head)
    ids: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    tabs: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    tags: Counter[str] = field(default_factory=Counter)

    def see(self, tag: str, values: Mapping[str, str], words: str) -> None:
        """Note what an element brings, which begins with these words."""
        if "id" in values:
            self.ids[values["id"]] += 1
        for name in ("href", "src"):
            if name in values and values.get("rel") != "canonical":
                self.links.append(values[name])
        if "md-tabs__link" in values.get("class", ""):
            self.tabs.append(values["href"])
        self._head(tag, values, words)
        self.faults += [f"{tag} {name}" for name in values if name == "style" or name[:2] == "on"]
        if values.get("rel") == "alternate":
            self.faults.append("link rel=alternate")

    def _head(self, tag: str, values: Mapping[str, str], words: str) -> None:
        if tag == "html":
            self.head.language, self.head.direction = values.get("lang", ""), values.get("dir", "")
        if tag == "title" and not self.head.title:  # drawings may have titles too
            self.head.title = words
        if values.get("type") == "application/ld+json":
            self.head.linked += words
        if values.get("name") == "description":
            self.head.description = values["content"]
        if values.get("rel") == "canonical":
            self.head.canonical = values["href"]


@pytest.fixture(scope="session")
def pages(real_site: Path) -> dict[str, Read]:
    """Every page by its address below the site's root."""
    return {
        str(file.relative_to(real_site).parent.as_posix() + "/").removeprefix("./"): read(file)
        for file in sorted(real_site.rglob("index.html"))
    }


@cache
def read(file: Path) -> Read:
    every = [*etree.fromstring(file.read_bytes(), etree.HTMLParser(encoding="utf-8")).iter("*")]
    page = Read(tags=Counter(one.tag for one in every))
    page.faults += [one for one in FOREIGN if page.tags[one]]
    for one in every:
        if one.attrib or one.tag == "title":
            page.see(one.tag, dict(one.attrib), one.text or "")
    return page


def test_every_language_has_the_same_pages(pages: dict[str, Read]) -> None:
    found: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for address in pages:
        language, path = split(address)
        found[language].add(path)
    assert len(found["en"]) > 100
    assert all(paths == found["en"] for paths in found.values())


def split(address: str) -> tuple[str, str]:
    first, _, rest = address.partition("/")
    return (first, rest) if first in LANGUAGES else ("en", address)


def test_every_link_leads_somewhere(pages: dict[str, Read], real_site: Path) -> None:
    files = {
        file.relative_to(real_site).as_posix() for file in real_site.rglob("*") if file.is_file()
    }
    dead = set()
    for address, page in pages.items():
        for link in {*page.links}:
            if not leads_somewhere(urljoin(ORIGIN + address, link), link, pages, files):
                dead.add((address, link))
    assert sorted(dead)[:20] == []


def leads_somewhere(aim: str, link: str, pages: dict[str, Read], files: set[str]) -> bool:
    place = urlsplit(aim)
    if place.scheme in ("mailto", "tel"):
        return True
    if not aim.startswith(ORIGIN):
        return place.scheme == "https" and "." in place.netloc
    if urlsplit(link).scheme or link.startswith("/"):
        return False  # an absolute address of our own breaks where the site moves
    path = unquote(place.path).removeprefix("/")
    if path in pages:
        return not place.fragment or place.fragment in pages[path].ids
    return path in files and not place.fragment


def test_no_link_climbs_above_the_site(pages: dict[str, Read]) -> None:
    """A browser forgives it at the root of a server; below a folder it leads elsewhere."""
    for address, page in pages.items():
        depth = address.count("/")
        climbing = [one for one in page.links if one.count("../") > depth]
        assert climbing == [], address


def test_the_tabs_lead_to_the_parts_of_the_readers_language(pages: dict[str, Read]) -> None:
    parts = ["families/", "lessons/", "district/", "glossary/"]
    for address, page in pages.items():
        language, _ = split(address)
        prefix = "" if language == "en" else f"{language}/"
        aims = [urljoin(ORIGIN + address, one).removeprefix(ORIGIN) for one in page.tabs]
        assert aims == [prefix + part for part in parts], address


def test_no_id_stands_twice(pages: dict[str, Read]) -> None:
    twice = {
        address: found
        for address, page in pages.items()
        if (found := [id for id, times in page.ids.items() if times > 1])
    }
    assert twice == {}


def test_no_style_attribute_and_no_handler_stands_in_a_page(pages: dict[str, Read]) -> None:
    faults = {address: page.faults for address, page in pages.items() if page.faults}
    assert faults == {}


def test_every_page_says_what_it_is(pages: dict[str, Read]) -> None:
    for address, page in pages.items():
        language, _ = split(address)
        assert page.tags["h1"] == 1, address
        assert page.tags["main"] == 1, address
        assert page.head.title.strip(), address
        assert page.head.description.strip(), address
        assert page.head.language == language, address
        assert page.head.direction == LANGUAGES[language].direction, address
        assert page.head.canonical == ORIGIN + address


def test_titles_tell_pages_of_a_language_apart(pages: dict[str, Read]) -> None:
    english = Counter(
        page.head.title for address, page in pages.items() if split(address)[0] == "en"
    )
    assert [title for title, times in english.items() if times > 1] == []


def test_linked_data_is_whole(pages: dict[str, Read]) -> None:
    for address, page in pages.items():
        language, _ = split(address)
        data = json.loads(page.head.linked)
        assert data["@context"] == {"@vocab": "https://schema.org/"}, address
        assert data["@type"], address
        assert str(data["name"]).strip(), address
        assert data["inLanguage"] == language, address
        assert data["url"] == data["@id"] == ORIGIN + address


def test_no_two_words_of_the_head_are_markup(pages: dict[str, Read]) -> None:
    for address, page in pages.items():
        for words in (page.head.title, page.head.description):
            assert not re.search(r"\*\*|&amp;|&#|\]\(|<", words), (address, words)


# Beside the pages


def test_every_address_that_data_name_leads_somewhere(
    pages: dict[str, Read], real_site: Path
) -> None:
    """In CASE, open JSON and feeds, and in what each page says of itself."""
    found = {place for page in pages.values() for place in OWN.findall(page.head.linked)}
    for name in ("case.json", "curriculum.json", "feeds/*.xml"):
        for file in real_site.rglob(name):
            found |= set(OWN.findall(file.read_text("utf-8")))
    assert len(found) > 5000
    dead = []
    for place in sorted(found):
        path, _, fragment = place.partition("#")
        if path in pages:
            stands = not fragment or fragment in pages[path].ids
        else:  # a thing in a data file, by its UUID
            stands = (real_site / path).is_file() and fragment in text_of(real_site / path)
        if not stands:
            dead.append(place)
    assert dead[:20] == []


OWN = re.compile(rf'{re.escape(ORIGIN)}([^"<\\ ]*)')


@cache
def text_of(file: Path) -> str:
    return file.read_text("utf-8")


def test_the_sitemap_lists_every_page_in_every_language(
    pages: dict[str, Read], real_site: Path
) -> None:
    tree = ElementTree.parse(real_site / "sitemap.xml")
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    listed = {}
    for url in tree.getroot():
        links = {one.get("hreflang"): one.get("href") for one in url if one.tag != f"{space}loc"}
        listed[str(url.findtext(f"{space}loc"))] = links
    assert set(listed) == {ORIGIN + address for address in pages}
    for place, links in listed.items():
        language, path = split(place.removeprefix(ORIGIN))
        assert set(links) == set(LANGUAGES)
        assert links[language] == place
        assert links["en"] == ORIGIN + path


def test_the_page_for_what_is_not_there_offers_every_language(real_site: Path) -> None:
    page = read(real_site / "404.html")
    homes = {"/" if one == "en" else f"/{one}/" for one in LANGUAGES}
    assert homes <= set(page.links)
    assert page.tags["h1"] == 1
    assert page.faults == []
    words = (real_site / "404.html").read_text("utf-8")
    for one in LANGUAGES.values():
        assert f'lang="{one.id}" dir="{one.direction}"' in words


def test_only_what_readers_need_is_published(real_site: Path) -> None:
    endings = Counter(file.suffix for file in real_site.rglob("*") if file.is_file())
    known = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}
    known |= {".csv", ".pdf", ".pptx", ".docx", ".imscc", ".woff2", ".png"}
    assert set(endings) <= known
    assert list(real_site.rglob(".*")) == []


def test_each_language_has_its_search(pages: dict[str, Read], real_site: Path) -> None:
    for language in LANGUAGES:
        folder = real_site / ("" if language == "en" else language)
        records = json.loads((folder / "search.json").read_text("utf-8"))
        assert len(records["rows"]) > 100
        for place, title, *_ in records["rows"]:
            path, _, anchor = place.partition("#")
            address = path if language == "en" else f"{language}/{path}"
            assert title.strip()
            assert address in pages, place
            assert not anchor or anchor in pages[address].ids, place


PHYSICAL = re.compile(
    r"(?<![-\w])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom"
    r"|width|height|(?:min|max)-(?:width|height)"
    r"|border-(?:top|bottom)-(?:left|right)-radius):|(?:float|text-align|clear):\s*(?:left|right)"
)


def test_the_style_knows_no_left_and_right(real_site: Path) -> None:
    css = re.sub(r"/\*.*?\*/", "", (real_site / "assets/site.css").read_text("utf-8"), flags=re.S)
    css = re.sub(r"@(?:media|container)[^{]*\{", "@{", css)
    assert PHYSICAL.findall(css) == []


def test_no_style_sheet_fetches_anything_elsewhere(real_site: Path) -> None:
    for file in real_site.rglob("*.css"):
        words = file.read_text("utf-8")
        for aim in re.findall(r"url\(\s*[\"']?([^\"')]*)", words):
            assert urlsplit(aim).scheme in ("", "data"), (file.name, aim)
            assert not aim.startswith("//"), (file.name, aim)
        assert "@import" not in words


def test_every_script_of_a_page_is_allowed_by_its_policy(real_site: Path) -> None:
    """One page of each kind and depth: the policy is part of the shell they share."""
    policy = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
    for name in ("", "lessons", "glossary", "ar", "ar/lessons", "search"):
        words = (real_site / PurePosixPath(name) / "index.html").read_text("utf-8")
        found = policy.findall(words)
        assert len(found) == 1
        assert "unsafe" not in found[0]
        assert "default-src 'none'" in found[0]


def test_no_key_stands_where_students_look(real_site: Path) -> None:
    found = []
    for lesson in model.load(ROOT).in_use(Lesson):
        keys = [lesson.assessment.answer_key, *(one.key for one in lesson.handouts if one.key)]
        lines = {" ".join(line.split()) for key in keys for line in key.words.splitlines()}
        telling = [text.shown(line) for line in lines if len(line) > 40]
        folder = real_site / "lessons" / lesson.id
        sheets = [one.id for one in lesson.handouts if one.for_ == "student"]
        places = ["student", "present", *(f"handouts/{one}" for one in sheets)]
        assert any(line in _words(folder) for line in telling), "the teacher's page has the keys"
        for place in places:
            words = _words(folder / place)
            found += [(lesson.id, place, line) for line in telling if line in words]
    assert found == []


@pytest.mark.parametrize("kind", [Workshop, Course, Chapter, Program])
def test_no_key_stands_on_a_sheet(kind: type[Any], real_site: Path) -> None:
    """What is handed out says no answer: neither that of its own key nor that of another one."""
    found = []
    for document in model.load(ROOT).in_use(kind):
        folder = real_site / PurePosixPath(kind.folder).name / document.id
        keys = [one.key.words for one in document.handouts if one.key]
        keys += [check.answer.words for one in _modules(document) for check in one.checks]
        telling = {_letters(text.shown(one)) for key in keys for one in _lines(key)}
        page = _letters(_words(folder))
        assert [one for one in telling if one not in page] == [], "the page itself has the keys"
        for sheet in document.handouts:
            words = _letters(_words(folder / "handouts" / sheet.id))
            found += [(document.id, sheet.id, one) for one in telling if one in words]
    assert found == []


def _lines(key: str) -> Iterator[str]:
    """The lines of a key that are long enough to tell, without what Markdown puts before them."""
    for line in key.splitlines():
        if len(line) > 40:
            yield re.sub(r"^[\s>]*(?:[-*]|\d+[.)])\s+|^[\s>]+", "", line)


def _letters(words: str) -> str:
    """Letters and digits alone: marks and spaces differ between a file and a page."""
    return re.sub(r"\W+", "", words)


def _modules(document: Any) -> tuple[Module, ...]:
    return document.modules if isinstance(document, Course) else ()


def test_every_question_stands_in_the_bank_with_its_lesson(real_site: Path) -> None:
    words, links = (
        _words(real_site / "lessons/questions"),
        read(real_site / "lessons/questions/index.html").links,
    )
    for lesson in model.load(ROOT).in_use(Lesson):
        assert lesson.question.shown in words
        assert links.count(f"../../lessons/{lesson.id}/") == 1, lesson.id


def _words(folder: Path) -> str:
    """What a reader of the page sees, without its shell."""
    html = (folder / "index.html").read_text("utf-8").partition('id="page"')[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
