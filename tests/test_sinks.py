"""Content is untrusted: each shape of hostile words, in each place where words of a field land.

No browser is asked here: pages are read by a grammar that leaves a browser nothing to guess, all
else by the readers of its own format. `test_browser/test_hostile.py` asks Chromium.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import planting
import projects
import pypdf
import pytest
import yaml
from click.testing import CliRunner
from lxml import etree
from markup_read import Markup, even
from planting import HOSTILE, InTurn, Words
from promises import LONG, Tried
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from builder import build, cli, exports, spreadsheet
from builder.model import curriculum as model
from builder.model.base import place, texts
from builder.model.entries import Loaded
from builder.model.lesson import Lesson
from builder.model.text import Text
from builder.pages import Address
from builder.plugin import build_site
from builder.site import Site
from builder.source import parse

pytestmark = pytest.mark.promise("hostile-words")

LANGUAGES = ("en", "es")
URL = "https://curriculum.example.org/"
# What Markdown may make of words; of all else a page has as much as with innocent words.
MARKDOWN = {
    *(("a", ""), ("a", "href"), ("a", "rel"), ("ol", "start")),
    *((one, "") for one in ("blockquote", "br", "code", "em", "hr", "li")),
    *((one, "") for one in ("ol", "p", "pre", "strong", "ul")),
}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
SCHEMES = ("http:", "https:", "mailto:", "tel:")


@dataclass(frozen=True)
class Spoilt:
    """The sample district with hostile words in every field, and its site."""

    root: Path
    planted: Mapping[str, Words]

    @cached_property
    def site(self) -> Site:
        return build.unchecked(self.root)

    @cached_property
    def folder(self) -> Path:
        with planting.unasked():
            return build_site(self.root)

    def page(self, address: Address, language: str) -> Markup:
        prefix = "" if language == "en" else f"{language}/"
        return Markup((self.folder / prefix / address.path / "index.html").read_text("utf-8"))

    def each(self) -> Iterator[tuple[str, Address]]:
        """Every page of English and Spanish."""
        return ((language, one) for language in LANGUAGES for one in self.site.addresses)

    def document(self, address: Address, language: str) -> Any:
        assert address.document
        return self.site.translated(language, *address.document)

    @cached_property
    def shown(self) -> dict[str, dict[str, set[str]]]:
        """What may be read in a language at each address of a passage, in any document."""
        found: dict[str, dict[str, set[str]]] = {language: {} for language in LANGUAGES}
        for language, told in found.items():
            for entry in self.site.curriculum.entries:
                one = self.site.translated(language, type(entry.document), entry.document.id)
                for passage in texts(one):
                    told.setdefault(passage.address, set()).add(even(passage.shown))
        return found


def spoilt_with(root: Path, words: Mapping[str, Words]) -> Spoilt:
    projects.sample(root)
    shutil.copytree(projects.ROOT / "overrides", root / "overrides")
    shutil.copy(projects.ROOT / "mkdocs.yml", root)
    projects.without_language(root, "km")
    planting.spoil(root, words)
    return Spoilt(root, words)


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Spoilt:
    """One turn: each field has one shape, each shape stands in some fields."""
    return spoilt_with(tmp_path_factory.mktemp("spoilt") / "project", InTurn(HOSTILE))


@pytest.fixture(scope="module")
def innocent(tmp_path_factory: pytest.TempPathFactory) -> Spoilt:
    """The same with words in every field that mean no harm."""
    words = planting.always("Ask twice, then decide.")
    return spoilt_with(tmp_path_factory.mktemp("innocent") / "project", words)


def read(file: Path) -> Markup:
    return Markup(file.read_text("utf-8"))


def test_no_two_shapes_are_alike_and_each_is_planted(spoilt: Spoilt, tried: Tried) -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) >= 300
    assert isinstance(spoilt.planted, InTurn)
    assert set(spoilt.planted.counted) == set(HOSTILE)
    tried("shapes of hostile words", len(HOSTILE))
    tried("plantings of one in a field", spoilt.planted.counted.total())


def added(page: Markup, other: Markup | None = None) -> set[tuple[str, str]]:
    """The elements, attributes and ids of which a page has another number than the other one."""
    kinds, others = page.kinds, other.kinds if other else Counter[tuple[str, str]]()
    return {one for one in {*kinds, *others} - MARKDOWN if kinds[one] != others[one]}


def test_pages_hold_no_element_that_innocent_words_would_not_bring(
    spoilt: Spoilt, innocent: Spoilt
) -> None:
    files = sorted(spoilt.folder.rglob("*.html"))
    assert len(files) > 250
    for file in files:
        page, path = read(file), file.relative_to(spoilt.folder)
        assert page.faults == [], path
        assert added(page, read(innocent.folder / path)) == set(), path
        assert [one for one in page.addresses() if not harmless(one)] == [], path


@pytest.mark.parametrize("name", ["elements", "frames", "links", "drawings", "clobbering"])
def test_each_of_them_would_be_seen_where_nothing_cleans(name: str) -> None:
    for shape, words in planting.FAMILIES[name].items():
        page = Markup(f"<p>{words}</p>")
        assert page.faults or added(page) or not all(map(harmless, page.addresses())), shape


def harmless(address: str) -> bool:
    """Whether following it runs nothing; a browser first drops what it does not take for letters.

    Source: WHATWG, URL, 4.4, basic URL parser.
    """
    dropped = re.sub(r"[\t\n\r]", "", address.strip("".join(map(chr, range(0x21)))))
    scheme = _SCHEME.match(dropped)
    return not scheme or scheme[0].lower() in SCHEMES


def test_every_passage_of_a_page_is_shown_to_the_letter(spoilt: Spoilt, tried: Tried) -> None:
    many = 0
    for language, address in spoilt.each():
        shown = spoilt.shown[language]
        for at, letters in spoilt.page(address, language).passages():
            if at in shown:
                assert letters in shown[at], f"{language} {address.path} {at}"
                many += 1
    assert many > 1000
    tried("passages read back from pages", many)


def test_the_head_of_a_page_says_its_words_to_the_letter(spoilt: Spoilt) -> None:
    """Title, heading, description, linked data."""
    many = 0
    for language, address in spoilt.each():
        tree = spoilt.page(address, language).tree
        linked = json.loads(tree.find(".//script[@type='application/ld+json']").text)
        assert linked["@context"] == {"@vocab": "https://schema.org/"}
        description = tree.find(".//meta[@name='description']").get("content")
        assert even(linked.get("description", description)) == even(description)
        if address.kind in ("guide", "topic", "letter", "workshop", "lesson", "tool", "strand"):
            name = spoilt.document(address, language).name.words
            assert even(tree.find(".//h1").text_content()) == even(name)
            assert even(tree.findtext(".//title")).startswith(f"{even(name)} · ")
            assert linked["name"] == name
            many += 1
    assert many > 20


def test_every_page_has_the_policy_of_the_theme_alone(spoilt: Spoilt, innocent: Spoilt) -> None:
    """No word of a page gets a hash, and no page goes without."""
    policies = []
    for folder in (spoilt.folder, innocent.folder):
        found = {
            tuple(one.get("content") for one in read(file).tree.findall(POLICY))
            for file in folder.rglob("index.html")
            if 'http-equiv="refresh"' not in file.read_text("utf-8")
        }
        policies.append(found)
    assert policies[0] == policies[1]
    for (policy,) in policies[0]:
        assert "object-src 'none'" in policy
        assert "base-uri 'none'" in policy
        assert "*" not in policy
        assert "unsafe" not in policy


POLICY = ".//meta[@http-equiv='Content-Security-Policy']"


def strings(told: Any) -> Iterator[str]:
    """Every string of a JSON value that is no name of a field."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for one in told.values():
            yield from strings(one)
    elif isinstance(told, list):
        for one in told:
            yield from strings(one)


def test_json_gives_every_passage_to_the_letter(spoilt: Spoilt) -> None:
    for language, name in (("en", "curriculum.json"), ("es", "es/curriculum.json")):
        found = set(strings(json.loads((spoilt.folder / name).read_bytes())))
        for entry in spoilt.site.curriculum.loaded:
            document = spoilt.site.translated(language, type(entry.document), entry.document.id)
            for one in texts(document):
                assert one.form == "words" or one.words in found, f"{name} {one.address}"


def test_every_json_file_has_the_fields_it_has_of_innocent_words(
    spoilt: Spoilt, innocent: Spoilt
) -> None:
    files = [one for one in spoilt.folder.rglob("*.json") if "assets" not in one.parts]
    assert len(files) >= 15
    for file in files:
        other = innocent.folder / file.relative_to(spoilt.folder)
        fields = names(json.loads(file.read_bytes()))
        assert fields <= names(json.loads(other.read_bytes())), file.name


def names(told: Any) -> set[str]:
    """The names of fields, without the ids of documents and addresses of passages."""
    if isinstance(told, list):
        return {name for one in told for name in names(one)}
    if not isinstance(told, dict):
        return set()
    return set(told) | {name for one in told.values() for name in names(one)}


def test_xml_is_well_formed_and_has_the_elements_it_has_of_innocent_words(
    spoilt: Spoilt, innocent: Spoilt
) -> None:
    files = sorted([*spoilt.folder.rglob("*.xml"), *spoilt.folder.rglob("badges/*.svg")])
    assert len(files) >= 15
    for file in files:
        other = innocent.folder / file.relative_to(spoilt.folder)
        assert elements(file.read_bytes()) <= elements(other.read_bytes()), file.name
    feed = (spoilt.folder / "feeds/3-5.xml").read_bytes()
    lesson = spoilt.site.curriculum.all(Lesson)["two-sources"]
    assert f"New: {lesson.title.words}" in etree.fromstring(feed).itertext()


def elements(data: bytes) -> set[tuple[str, str]]:
    tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, load_dtd=False))
    assert tree.getroottree().docinfo.doctype == ""
    return {(one.tag, name) for one in tree.iter("*") for name in ("", *one.attrib)}


def test_no_cell_of_a_table_is_a_formula(spoilt: Spoilt) -> None:
    files = sorted(spoilt.folder.rglob("*.csv"))
    assert len(files) >= 3
    found: set[str] = set()
    for file in files:
        rows = list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))
        assert len({len(row) for row in rows}) == 1, file.name
        found |= {cell for row in rows for cell in row}
    assert not [one for one in found if one.lstrip().startswith(spreadsheet.FORMULA)]
    outcomes = [one for strand in spoilt.site.curriculum.strands for one in strand.outcomes]
    for one in outcomes:
        assert {one.text.shown, f"'{one.text.shown}"} & found


def test_search_finds_the_words_as_letters(spoilt: Spoilt) -> None:
    for language in LANGUAGES:
        prefix = "" if language == "en" else f"{language}/"
        told = json.loads((spoilt.folder / f"{prefix}search.json").read_bytes())
        rows = {row[0]: row for row in told["rows"]}
        for address in spoilt.site.addresses:
            if address.kind in ("guide", "lesson"):
                name = spoilt.document(address, language).name
                assert rows[address.path][1] == name.shown


def test_files_to_take_away_hold_words_and_nothing_that_acts(spoilt: Spoilt, tried: Tried) -> None:
    store = exports.Store(spoilt.site, URL)
    files = [one for one in exports.every(spoilt.site) if one.language in LANGUAGES]
    assert {one.format for one in files} == set(exports.FORMATS)
    for one in files:
        data = store.read(one)
        if data is not None:
            LOOKED[one.format](data)
    tried("files to take away", len(files))


def pdf_is_quiet(data: bytes) -> None:
    """Nothing in it acts but links, and they lead to pages."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    seen: set[int] = set()

    def look(one: Any) -> None:
        if isinstance(one, IndirectObject):
            if one.idnum not in seen:
                seen.add(one.idnum)
                look(one.get_object())
        elif isinstance(one, ArrayObject):
            for each in one:
                look(each)
        elif isinstance(one, DictionaryObject):
            assert not {"/OpenAction", "/AA", "/JS", "/EmbeddedFiles"} & set(one)
            if "/S" in one and "/URI" in one:
                assert harmless(str(one["/URI"]))
            for each in one.values():
                look(each)

    look(reader.trailer["/Root"])
    text = "".join(page.extract_text() for page in reader.pages)
    assert "root:x:0" not in text, "a file of this machine was read"


OFFICE = {"instrText", "fldSimple", "fldChar", "altChunk", "object", "control", "hlinkHover"}


def office_is_quiet(data: bytes) -> None:
    """No field, no other file, no action, and links that lead to pages."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for name in packed.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            tree = etree.fromstring(packed.read(name))
            for one in tree.iter("*"):
                assert etree.QName(one).localname not in OFFICE, name
                assert not one.get("action"), name
                if one.get("TargetMode") == "External":
                    assert one.get("Type").endswith("/hyperlink"), name
                    assert harmless(one.get("Target"))


def cartridge_is_quiet(data: bytes) -> None:
    """Files of its own and links to pages, and HTML without anything that runs."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for name in packed.namelist():
            assert ".." not in name
            assert not name.startswith("/")
            if name.endswith(".xml"):
                for one in etree.fromstring(packed.read(name)).iter("*"):
                    href = one.get("href", "")
                    assert harmless(href)
                    if etree.QName(one).localname == "file":
                        assert href in packed.namelist()
            elif name.endswith(".html"):
                page = Markup(packed.read(name).decode())
                assert page.faults == [], name
                assert not {"script", "iframe", "object", "form"} & {kind for kind, _ in page.kinds}
                assert [one for one in page.addresses() if not harmless(one)] == []


def table_is_quiet(data: bytes) -> None:
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    for row in rows:
        assert not [one for one in row if one.lstrip().startswith(spreadsheet.FORMULA)]


LOOKED = {
    "pdf": pdf_is_quiet,
    "handouts": pdf_is_quiet,
    "docx": office_is_quiet,
    "handouts-docx": office_is_quiet,
    "pptx": office_is_quiet,
    "imscc": cartridge_is_quiet,
    "csv": table_is_quiet,
}


def quiet(words: str) -> bool:
    """Whether a terminal would only show it: no control but the end of a line, no other order."""
    return not any(
        (unicodedata.category(one) == "Cc" and one != "\n") or one in REORDERING for one in words
    )


REORDERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
COMMANDS = (
    *(("check",), ("check", "--format", "json"), ("check", "--format", "github")),
    *(("translate", "next", "es"), ("translate", "status"), ("translate", "lint")),
    *(("readability",), ("cms",), ("format", "--check")),
)


def test_a_terminal_gets_letters_alone(spoilt: Spoilt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(spoilt.root)
    for words in COMMANDS:
        done = CliRunner().invoke(cli.main, list(words))
        assert "Traceback" not in done.output, words
        assert len(done.output) > 50, words
        assert quiet(done.output), words


def with_mark(entry: Loaded, passage: Text) -> str:
    """The file with a mark in the place of the passage."""
    tree = deepcopy(entry.source.tree)
    *way, last = place(entry.document, passage.address)
    inner: Any = tree
    for step in way:
        inner = inner[step]
    inner[last] = [MARK] if passage.form == "words" else MARK
    return str(yaml.safe_dump(tree))


MARK = "MARKED"


def test_what_no_file_may_hold_is_refused_in_every_field(tried: Tried) -> None:
    """Written as it is, and by the escape that YAML has for it; the line is told."""
    shapes, many = list(planting.REFUSED.values()), 0
    for entry in model.load(planting.SAMPLE).loaded:
        passages = texts(entry.document)
        for passage in passages if LONG else passages[::9]:
            given = with_mark(entry, passage)
            line = given[: given.index(MARK)].count("\n") + 1
            for shape in shapes if LONG else [shapes[many % len(shapes)]]:
                for written in (shape, json.dumps(shape)):
                    said = parse(given.replace(MARK, written).encode(), entry.path).findings
                    assert said, (entry.path, passage.address, written)
                    assert {one.line for one in said} <= {line}, (entry.path, written)
                    many += 1
    tried("plantings of what no file may hold", many)


@pytest.mark.skipif(not LONG, reason="each shape in each field takes an hour")
@pytest.mark.parametrize("first", range(0, len(HOSTILE), 50))
def test_every_field_gets_every_shape(
    first: int, tmp_path: Path, innocent: Spoilt, tried: Tried
) -> None:
    """Turn after turn, until each field has had each of fifty shapes that follow each other."""
    many = 0
    for start in range(first, min(first + 50, len(HOSTILE))):
        words = InTurn(HOSTILE, start)
        one = spoilt_with(tmp_path / str(start), words)
        for language, address in one.each():
            page = one.site.page(language, address)
            part = Markup(page.html)
            assert part.faults == [], (start, address.path)
            other = Markup(innocent.site.page(language, address).html)
            assert added(part, other) == set(), (start, address.path)
            assert all(map(harmless, part.addresses()))
            shown = one.shown[language]
            for at, letters in part.passages():
                assert at not in shown or letters in shown[at], (start, address.path, at)
        many += words.counted.total()
        shutil.rmtree(one.root)
    tried("plantings of one in a field", many)
