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
from collections.abc import Iterator
from contextlib import nullcontext
from copy import deepcopy
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import planting
import pypdf
import pytest
import yaml
from click.testing import CliRunner
from lxml import etree
from markdown_it import MarkdownIt
from markup_read import Markup, even
from planting import HOSTILE, LANGUAGES, InTurn, Planted, planted
from promises import LONG, Tried
from publishing import git
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from builder import cli, exports, spreadsheet, templates
from builder.bridge import Terms
from builder.cms import config
from builder.githost import Editor
from builder.model import curriculum as model
from builder.model.base import place, texts
from builder.model.educators import Course
from builder.model.entries import Loaded
from builder.model.lesson import Lesson
from builder.model.references import alignment_codes
from builder.model.register import Term
from builder.model.text import Text
from builder.pages import Address
from builder.source import parse

pytestmark = pytest.mark.promise("hostile-words")

URL = "https://curriculum.example.org/"
GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
# What Markdown may make of words; of all else a page has as much as with innocent words.
MARKDOWN = {
    *(("a", ""), ("a", "href"), ("a", "rel"), ("ol", "start")),
    *((one, "") for one in ("blockquote", "br", "code", "em", "hr", "li")),
    *((one, "") for one in ("ol", "p", "pre", "strong", "ul")),
}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
SCHEMES = ("http:", "https:", "mailto:", "tel:")


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    """One turn: each field has one shape, each shape stands in some fields."""
    return planted(tmp_path_factory.mktemp("spoilt") / "project", InTurn(HOSTILE))


@pytest.fixture(scope="module")
def innocent(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    """The same with words in every field that mean no harm."""
    words = planting.always("Ask twice, then decide.")
    return planted(tmp_path_factory.mktemp("innocent") / "project", words)


def read(file: Path) -> Markup:
    return Markup(file.read_text("utf-8"))


def test_no_two_shapes_are_alike_and_each_is_planted(spoilt: Planted, tried: Tried) -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) >= 300
    assert isinstance(spoilt.words, InTurn)
    assert set(spoilt.words.counted) == set(HOSTILE)
    tried("shapes of hostile words", len(HOSTILE))
    tried("plantings of one in a field", spoilt.words.counted.total())


def added(page: Markup, other: Markup | None = None) -> set[tuple[str, str]]:
    """The elements, attributes and ids of which a page has another number than the other one."""
    kinds, others = told(page), told(other) if other else Counter[tuple[str, str]]()
    return {one for one in {*kinds, *others} - MARKDOWN if kinds[one] != others[one]}


def test_pages_hold_no_element_that_innocent_words_would_not_bring(
    spoilt: Planted, innocent: Planted
) -> None:
    files = sorted(spoilt.folder.rglob("*.html"))
    assert len(files) > 250
    for file in files:
        page, path = read(file), file.relative_to(spoilt.folder)
        if path.parts[0] == "ar" and not LONG:
            continue  # the English words once more
        assert page.faults == [], path
        assert added(page, read(innocent.folder / path)) == set(), path
        assert [one for one in page.addresses() if not harmless(one)] == [], path


def told(page: Markup) -> Counter[tuple[str, str]]:
    """What the page has; the anchors of framework codes, which are words, are all one."""
    found: Counter[tuple[str, str]] = Counter()
    for (kind, name), many in page.kinds.items():
        found[kind, CODE if kind == "#" and CODE_ANCHOR.fullmatch(name) else name] += many
    return found


CODE = "code-"
CODE_ANCHOR = re.compile(f"{CODE}[a-z0-9-]+")


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


def test_every_passage_of_a_page_is_shown_to_the_letter(spoilt: Planted, tried: Tried) -> None:
    many = 0
    for language, address in spoilt.each():
        shown = spoilt.shown[language]
        for at, letters in spoilt.page(address, language).passages():
            if at in shown:
                assert letters in shown[at], f"{language} {address.path} {at}"
                many += 1
    assert many > 1000
    tried("passages read back from pages", many)


def test_the_head_of_a_page_says_its_words_to_the_letter(spoilt: Planted) -> None:
    """Title, heading, description, linked data."""
    kinds: set[str] = set()
    for language, address in spoilt.each():
        tree = spoilt.page(address, language).tree
        linked = json.loads(tree.find(".//script[@type='application/ld+json']").text)
        assert linked["@context"] == {"@vocab": "https://schema.org/"}
        description = tree.find(".//meta[@name='description']").get("content")
        assert even(linked.get("description", description)) == even(description)
        if name := spoilt.name(address, language):
            assert even(tree.find(".//h1").text_content()) == even(name.words)
            assert linked["name"] == name.words
            title = even(tree.findtext(".//title"))
            assert f" · {even(name.words)} · " in f" · {title} · ", address.path
            assert described(spoilt, address, language) <= {even(description)}, address.path
            kinds.add(address.kind)
    assert len(kinds) >= 30


# The field that tells a machine what the page is about: the first of these that a document has.
ABOUT = ("summary", "what", "lead", "about")


def described(made: Planted, address: Address, language: str) -> set[str]:
    """What the description of a page is, where the words are its document’s and not the site’s."""
    found = {one.address: even(one.shown) for one in texts(made.document(address, language))}
    if address.kind in ("lesson-student", "lesson-present"):
        return {found["question"]}
    if "/handouts/" in address.path or address.kind == "framework":
        return set()
    return {next(found[at] for at in ABOUT if at in found)}


def test_the_ways_to_a_page_and_through_it_say_its_words_to_the_letter(
    spoilt: Planted, tried: Tried
) -> None:
    """The way back, the list of headings, what is read aloud of a table, links of other pages."""
    many, links, site = 0, dict[str, set[str]](), spoilt.site.settings
    for language, address in spoilt.each():
        tree, path = spoilt.page(address, language).tree, f"/{place_of(address, language)}"
        for one in tree.iterfind(".//article//a[@href]"):
            target = urljoin(path, one.get("href")).partition("#")[0]
            links.setdefault(target, set()).add(even(one.text_content()))
        heads = {one.get("id"): even(one.text_content()) for one in tree.iterfind(".//h2[@id]")}
        for one in tree.iterfind(".//nav[@aria-labelledby='toc-title']//a"):
            assert even(one.text_content()) == heads[one.get("href")[1:]], path
            many += 1
        if language == "en":
            logo = tree.find(".//a[@class='md-header__button md-logo']").get("aria-label")
            assert even(logo) == even(f"{site.site_name} · {site.district.short_name}")
        name = spoilt.name(address, language)
        if name and address.kind != "home":
            crumbs = tree.iterfind(".//nav[@class='crumbs']//li")
            assert even(name.shown) in {even(one.text_content()) for one in crumbs}, path
        for one in tree.iterfind(".//*[@role='region']"):
            if "/handouts/" in address.path:
                assert even(one.get("aria-label")) == even(name.shown if name else ""), path
                many += 1
    for language, address in spoilt.each():
        name = spoilt.name(address, language)
        if name and address.kind not in OTHERWISE and address.path != RETIRED:
            assert even(name.shown) in links[f"/{place_of(address, language)}"], address.path
            many += 1
    assert many > 250
    tried("ways to a page read back", many)


OTHERWISE = ("home", "guide", "integrity", "principles", "graduate-profile")
OTHERWISE += ("lesson-student", "lesson-present")
"""Kinds of page to which no link goes by their own name."""
RETIRED = "topics/privacy-before/"


def place_of(address: Address, language: str) -> str:
    return address.path if language == "en" else f"{language}/{address.path}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_changed_says_its_words_to_the_letter(spoilt: Planted, language: str) -> None:
    """What is gone is called as it was; all else by its name of today."""
    before = spoilt.site.edition.before[-1]
    prefix = "" if language == "en" else f"{language}/"
    page = read(spoilt.folder / prefix / "changes/index.html")
    rows = "\n".join(even(one.text_content()) for one in page.tree.iterfind(".//article//li"))
    gone = before.documents["lesson"]["gone-lesson"].title, before.outcomes["3-5.EVA.9"].text
    there = (name.shown for one in spoilt.site.addresses if (name := named(one, language, spoilt)))
    for words in (*gone, *there):
        assert even(words) in rows, words
    onward = read(spoilt.folder / prefix / planting.GONE / "index.html")
    assert [*onward.addresses()].count("../../") == 2


def named(address: Address, language: str, made: Planted) -> Text | None:
    """What a document is called that has a page of its own, and words that may change."""
    own = "/handouts/" not in address.path and address.kind not in ("check-family", "framework")
    return made.name(address, language) if own else None


def test_a_picture_says_its_words_to_the_letter(spoilt: Planted, tried: Tried) -> None:
    """The words of a picture stand in an attribute, and no element has an address for them."""
    many = 0
    for language, address in spoilt.each():
        known = {
            letters
            for at, told in spoilt.shown[language].items()
            if at.endswith("/picture/alt")
            for letters in told
        }
        for one in spoilt.page(address, language).tree.iterfind(".//img"):
            assert even(one.get("alt")) in known, (language, address.path)
            many += 1
    assert many >= 10
    tried("words of pictures read back from pages", many)


def test_every_page_has_the_policy_of_the_theme_alone(spoilt: Planted, innocent: Planted) -> None:
    """No word of a page gets a hash, and no page goes without."""
    policies = []
    for folder in (spoilt.folder, innocent.folder):
        found = {
            tuple(one.get("content") for one in read(file).tree.findall(POLICY))
            for file in folder.rglob("*.html")
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


def test_json_gives_every_passage_to_the_letter(spoilt: Planted) -> None:
    for language, name in (("en", "curriculum.json"), ("es", "es/curriculum.json")):
        found = set(strings(json.loads((spoilt.folder / name).read_bytes())))
        for entry in spoilt.site.curriculum.loaded:
            document = spoilt.site.translated(language, type(entry.document), entry.document.id)
            for one in texts(document):
                assert one.form == "words" or one.words in found, f"{name} {one.address}"


def test_files_for_other_programs_say_their_words_to_the_letter(spoilt: Planted) -> None:
    """The progression, the badge of a course, how far languages have come, feeds of each band."""
    curriculum = spoilt.site.curriculum
    outcomes = {words for one in curriculum.outcomes.values() for words in (one.text, one.plain)}
    wanted = {one.shown for one in (*outcomes, *(strand.title for strand in curriculum.strands))}
    for name in ("case.json", "progression.json", "search.json", "edition.json"):
        assert wanted <= set(strings(json.loads((spoilt.folder / name).read_bytes()))), name
    for one in curriculum.all(Course).values():
        file = spoilt.folder / f"courses/{one.id}/achievement.json"
        told = set(strings(json.loads(file.read_bytes())))
        assert {one.badge.name.words, one.badge.description.shown} <= told
    languages = spoilt.site.settings.languages[1:]
    told = set(strings(json.loads((spoilt.folder / "translations.json").read_bytes())))
    assert {words for one in languages for words in (one.name, one.english)} <= told
    for one in languages:
        badge = etree.fromstring((spoilt.folder / f"badges/{one.id}.svg").read_bytes())
        assert one.name in "\n".join(badge.itertext())
    for lesson in curriculum.in_use(Lesson):
        feed = etree.fromstring((spoilt.folder / f"feeds/{lesson.band}.xml").read_bytes())
        assert f"New: {lesson.title.words}" in list(feed.itertext())


def test_every_json_file_has_the_fields_it_has_of_innocent_words(
    spoilt: Planted, innocent: Planted
) -> None:
    files = [one for one in spoilt.folder.rglob("*.json") if "assets" not in one.parts]
    assert len(files) >= 15
    for file in files:
        other = innocent.folder / file.relative_to(spoilt.folder)
        fields = names(json.loads(file.read_bytes()))
        assert fields <= names(json.loads(other.read_bytes())), file.name


def names(told: Any) -> set[str]:
    """The names of fields, without those of a framework’s own bands, which are words."""
    if isinstance(told, list):
        return {name for one in told for name in names(one)}
    if not isinstance(told, dict):
        return set()
    within = (one for name, one in told.items() if name != "bands")
    return set(told) | {name for one in within for name in names(one)}


def told_to_the_editor(made: Planted, words: str) -> Any:
    """The configuration of the editor with these words in its own settings, read back."""
    given = {"host": "gitea", "repository": "a/b", "app_id": words, "branch": words}
    editor = Editor.model_validate({**given, "server": "https://git.example.org"})
    told = config.configuration(made.site.curriculum, made.site.settings, editor)
    return yaml.safe_load(config.written(told))


def leaves(told: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every value of a tree that has no values in it, with its way there."""
    inner = told.items() if isinstance(told, dict) else enumerate(told)
    for key, one in inner:
        if isinstance(one, dict | list) and one:
            yield from leaves(one, (*at, key))
        else:
            yield (*at, key), one


def test_the_configuration_of_the_editor_has_other_letters_alone(
    spoilt: Planted, innocent: Planted
) -> None:
    """What it is called, where it saves, what may be named: nowhere a field more or less."""
    words = planting.WORST
    own, other = (dict(leaves(told_to_the_editor(one, words))) for one in (spoilt, innocent))
    assert own.keys() == other.keys()
    changed = {at for at, one in own.items() if one != other[at]}
    assert {at[-1] for at in changed} == {"app_title", "label", "value"}
    named = {spoilt.site.settings.site_name, *alignment_codes(spoilt.site.curriculum)}
    assert {own[at] for at in changed if at[-1] != "label"} <= named
    assert (own["backend", "branch"], own["backend", "app_id"]) == (words, words)
    labels = {own[at] for at in changed if at[-1] == "label"}
    lessons = spoilt.site.curriculum.all(Lesson).values()
    assert {f"{one.id}: {one.title.shown}" for one in lessons} <= labels


def test_xml_is_well_formed_and_has_the_elements_it_has_of_innocent_words(
    spoilt: Planted, innocent: Planted
) -> None:
    files = sorted([*spoilt.folder.rglob("*.xml"), *spoilt.folder.rglob("badges/*.svg")])
    assert len(files) >= 15
    for file in files:
        other = innocent.folder / file.relative_to(spoilt.folder)
        assert elements(file.read_bytes()) <= elements(other.read_bytes()), file.name


def elements(data: bytes) -> set[tuple[str, str]]:
    tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, load_dtd=False))
    assert tree.getroottree().docinfo.doctype == ""
    return {(one.tag, name) for one in tree.iter("*") for name in ("", *one.attrib)}


def test_no_cell_of_a_table_is_a_formula(spoilt: Planted) -> None:
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


def test_search_finds_the_words_as_letters(spoilt: Planted) -> None:
    for language in LANGUAGES:
        prefix = "" if language == "en" else f"{language}/"
        told = json.loads((spoilt.folder / f"{prefix}search.json").read_bytes())
        rows = {row[0]: row for row in told["rows"]}
        for address in spoilt.site.addresses:
            if address.kind in ("guide", "lesson"):
                name = spoilt.document(address, language).name
                assert rows[address.path][1] == name.shown


def test_files_to_take_away_hold_words_and_nothing_that_acts(spoilt: Planted, tried: Tried) -> None:
    store = exports.Store(spoilt.site, URL)
    files = [one for one in exports.every(spoilt.site) if one.language in LANGUAGES]
    first = {(one.format, one.kind, one.language): one for one in files}
    assert {format for format, _, _ in first} == set(exports.FORMATS)
    for one in files if LONG else first.values():
        data = store.read(one)
        if data is not None:
            LOOKED[one.format](data)
    tried("files to take away", len(files if LONG else first))


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
# What needs a repository, an edition or the editor; more that prints words of the curriculum.
MORE = (
    *(("check", "--changed-since", "HEAD"), ("report", "--base", "HEAD"), ("diff", "HEAD")),
    *(("diff", "2025-26"), ("diff", "2025-26", "--format", "markdown")),
    *(("diff", "2025-26", "--format", "json"), ("diff", "2025-26", "--for", "families")),
    *(("explain",), ("editions",), ("cms",), ("build",), ("export", "pptx")),
    *(("translate", "weblate"), ("translate", "export", "es"), ("translate", "refresh", "es")),
    *(("new", "lesson", "a-new-one", "--band", "3-5"), ("new", "guide", "3-5"), ("schema",)),
)
UNASKED = (("export", "docx", "two-sources"), ("export", "csv", "--language", "es"))
"""What the findings of rules would otherwise end."""


def test_a_terminal_gets_letters_alone(spoilt: Planted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(spoilt.root)
    for words in COMMANDS:
        done = CliRunner().invoke(cli.main, list(words))
        assert "Traceback" not in done.output, words
        assert len(done.output) > 50, words
        assert quiet(done.output), words


@pytest.fixture
def proposed(spoilt: Planted, tmp_path: Path) -> Path:
    """A repository with the sample in its last commit and the spoilt district as it stands."""
    root = planting.projects.sample(tmp_path / "project")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "first")
    for folder in ("curriculum", "progression"):
        shutil.copytree(spoilt.root / folder, root / folder, dirs_exist_ok=True)
    with (root / planting.SETTINGS).open("a", encoding="utf-8") as file:
        words = json.dumps(planting.WORST)
        file.write(f"editor: {{host: local, branch: {words}, app_id: {words}}}\n")
    return root


def test_no_command_does_more_than_tell_letters(
    proposed: Path, monkeypatch: pytest.MonkeyPatch, tried: Tried
) -> None:
    monkeypatch.chdir(proposed)
    for words in (*MORE, *UNASKED):
        with planting.unasked() if words in UNASKED else nullcontext():
            done = CliRunner().invoke(cli.main, list(words))
        assert done.exit_code in ((0,) if words in UNASKED else (0, 1)), done.output
        assert done.output, words
        assert quiet(done.output), words
    tried("commands", len(COMMANDS) + len(MORE) + len(UNASKED))


OWN = {"h2", "h3", "p", "strong", "em", "ul", "li", "details", "summary", "del", "ins", "span"}
OWN |= {"table", "thead", "tbody", "tr", "th", "td"}


def test_a_comment_on_a_proposal_holds_its_own_elements_alone(
    proposed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(proposed)
    done = CliRunner().invoke(cli.main, ["report", "--base", "HEAD"])
    page = Markup(GITHUB.render(done.output))
    assert page.faults == []
    assert {kind for kind, _ in page.kinds} == OWN
    assert list(page.addresses()) == []


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


def test_a_terminal_gets_letters_alone_of_what_was_refused(
    district: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a file, in its name, in a translation, as an argument."""
    monkeypatch.chdir(district)
    all_of_them = "".join(planting.REFUSED.values()).replace("\0", "")
    name = all_of_them.replace("/", "")[:60]
    (district / f"curriculum/guides/{name}.yml").write_text("id: x", "utf-8")
    po = district / "curriculum/translations/es/guides/3-5.po"
    po.parent.mkdir(parents=True, exist_ok=True)
    po.write_text(f'msgctxt "title"\nmsgid "a"\nmsgstr "{all_of_them}"\n', "utf-8")
    guide = district / "curriculum/guides/3-5.yml"
    guide.write_text(guide.read_text("utf-8").replace("title: ", f"title: {all_of_them}"), "utf-8")
    for called in (*COMMANDS, ("check", all_of_them), ("check", "--rule", all_of_them)):
        done = CliRunner().invoke(cli.main, list(called))
        assert "Traceback" not in done.output, called
        assert done.output, called
        assert quiet(done.output), called


def meanings(one: Planted, language: str) -> Markup:
    """What a page would tell of its school words if all of the glossary were met on it."""
    terms = [one.site.translated(language, Term, id) for id in one.site.curriculum.all(Term)]
    reader = one.site.reader(language)
    return Markup(templates.render("meanings.html.jinja", reader, {"terms": terms}))


@pytest.mark.long
@pytest.mark.parametrize("first", range(0, len(HOSTILE), 50))
def test_every_field_gets_every_shape(
    first: int, tmp_path: Path, innocent: Planted, tried: Tried
) -> None:
    """Turn after turn, until each field has had each of fifty shapes that follow each other.

    No page opens a school word: by chance the shape of a term stands in that of a page. What it
    would open is looked at apart.
    """
    many, others = 0, {at: innocent.part(at[1], at[0]) for at in innocent.each()}
    opened = {language: meanings(innocent, language) for language in LANGUAGES}
    for start in range(first, min(first + 50, len(HOSTILE))):
        words = InTurn(HOSTILE, start)
        one = planted(tmp_path / str(start), words)
        vars(one.site)["terms"] = Terms({})
        for language in LANGUAGES:
            told = meanings(one, language)
            assert told.faults == [], start
            assert added(told, opened[language]) == set(), start
        for language, address in one.each():
            part = one.part(address, language)
            assert part.faults == [], (start, address.path)
            assert added(part, others[language, address]) == set(), (start, address.path)
            assert all(map(harmless, part.addresses()))
            shown = one.shown[language]
            for at, letters in part.passages():
                assert at not in shown or letters in shown[at], (start, address.path, at)
        many += words.counted.total()
        shutil.rmtree(one.root)
    tried("plantings of one in a field", many)
