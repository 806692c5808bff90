"""Files to take away: they open, say all of it in order, and no answer is in those of students."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx as python_docx
import pptx as python_pptx
import projects
import pypdf
import pytest
from click.testing import CliRunner
from docx.oxml.ns import qn
from PIL import Image

from builder import build, cli, exports, images, text
from builder.exports import papers
from builder.exports.blocks import (
    Block,
    Box,
    Heading,
    Items,
    Lines,
    Pairs,
    Paragraph,
    Run,
    Table,
    letters,
)
from builder.exports.cartridge import cartridge
from builder.exports.deck import MOST, deck, weight
from builder.exports.docx import docx
from builder.exports.html import blocks
from builder.exports.paper import Paper
from builder.exports.papers import Desk
from builder.exports.pdf import pdf
from builder.exports.pptx import pptx
from builder.model.lesson import Lesson
from builder.model.unit import Unit
from builder.model.workshop import Workshop
from builder.plugin import build_site
from builder.site import Site
from builder.takeaway import File
from builder.web import Web

ROOT = Path(__file__).parents[1]
URL = "https://sample.example.org/"
HOSTILE = (
    '#strong[x] $ 5 $ @cite <label> \\ *a* _b_ `c` "q" [[ ]] // {{ x }} <script>alert(1)</script>'
)
RTL = ("ar", "fa")


@pytest.fixture(scope="module")
def site() -> Site:
    return build.load(ROOT)


def desk(site: Site, language: str) -> Desk:
    reader = replace(site.reader(language), terms=site.terms, met=None)
    return Desk(site.view(reader), Web(URL))


def paper(*found: Block, language: str = "en", keys: bool = False) -> Paper:
    direction = "rtl" if language in RTL else "ltr"
    square = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>"
    edges = ("District", "Over", "Foot", "{number} of {total}", "On the web:", URL, square)
    return Paper("Title", "About", language, direction, *edges, found, keys)


def read(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def words(data: bytes) -> str:
    """The letters of a PDF without white space, which has no place of its own there."""
    return bare("".join(page.extract_text() for page in read(data).pages))


def bare(words: str) -> str:
    return re.sub(r"[\s\u200b\u200e\u200f]", "", words)


def all_letters(found: Any) -> Iterator[str]:
    """The letters of every paragraph of blocks, in order."""
    for one in found:
        if isinstance(one, Heading | Paragraph):
            yield letters(one.runs)
        elif isinstance(one, Items):
            for item in one.items:
                yield from all_letters(item)
        elif isinstance(one, Pairs):
            for term, said in one.pairs:
                yield letters(term)
                yield from all_letters(said)
        elif isinstance(one, Table):
            yield from map(letters, one.head)
            for row in one.rows:
                for cell in row:
                    yield from all_letters(cell)
        elif isinstance(one, Box):
            yield from all_letters(one.blocks)


# Blocks


def test_html_becomes_blocks() -> None:
    html = (
        '<h2 class="page">A <em>b</em></h2><p class="lead">c\n d</p>loose <b>e</b>'
        '<ol start="3"><li>f<ul><li>g</li></ul></li></ol><dl><dt>h</dt><dd><p>i</p></dd></dl>'
        "<table><thead><tr><th>j</th></tr></thead><tbody><tr><td></td></tr></tbody></table>"
        '<blockquote><p>k</p></blockquote><p class="lines" data-lines="2"></p>'
    )
    assert blocks(html) == (
        Heading(2, (Run("A "), Run("b", em=True)), new_page=True),
        Paragraph((Run("c d"),), "lead"),
        Paragraph((Run("loose "), Run("e", strong=True))),
        Items(((Paragraph((Run("f"),)), Items(((Paragraph((Run("g"),)),),))),), "numbers", 3),
        Pairs((((Run("h"),), (Paragraph((Run("i"),)),)),)),
        Table(((Run("j"),),), (((),),)),
        Box((Paragraph((Run("k"),)),), "quote"),
        Lines(2),
    )


def test_words_keep_their_language() -> None:
    html = '<p lang="en">one <span lang="es">dos <strong>tres</strong></span></p>'
    assert blocks(html) == (
        Paragraph((
            Run("one ", language="en"),
            Run("dos ", language="es"),
            Run("tres", strong=True, language="es"),
        )),
    )  # fmt: skip


@pytest.mark.parametrize("told", ["x < 5 & y", "Act as <role>", "{{ name }}", "a\u200db", HOSTILE])
def test_written_letters_survive(told: str) -> None:
    found = blocks(f"<p>{text.plain(told)}</p>")
    assert list(all_letters(found)) == [" ".join(told.split())]


# PDF


def test_hostile_words_stay_words_in_a_pdf() -> None:
    data = pdf(paper(Paragraph((Run(HOSTILE),))), ROOT)
    assert bare(HOSTILE) in words(data)
    assert b"/JavaScript" not in data


def test_a_letter_that_no_font_shows_ends_no_build_and_can_be_copied() -> None:
    odd = "\U00012345"  # cuneiform
    data = pdf(paper(Paragraph((Run(f"a {odd} b"),))), ROOT)
    assert odd in words(data)
    assert read(data).trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]


@pytest.mark.parametrize("language", ["en", "es", "ar", "zh-Hans"])
def test_a_pdf_is_tagged_and_says_all_in_order(site: Site, language: str) -> None:
    made = papers.workshop(desk(site, language), "ai-at-home-and-school")
    data = pdf(made, ROOT)
    document = read(data)
    root: Any = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith(language.partition("-")[0])
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()
    assert document.metadata
    assert document.metadata.title == made.title
    headings = [letters(one.runs) for one in made.blocks if isinstance(one, Heading)]
    assert len(headings) > 20
    assert rising("\n".join(page.extract_text() for page in document.pages), headings)


def rising(told: str, headings: list[str]) -> bool:
    """Whether lines with the letters of the headings follow each other, long headings left out.

    A reader that goes by the page alone gives Arabic words in any order and takes joined letters
    apart, so letters are counted, not compared one by one.
    """
    lines = [Counter(bare(line)) for line in told.splitlines()]
    at = 0
    for own in (Counter(bare(one)) for one in headings if len(one) < 50):
        found = (n for n, line in enumerate(lines[at:], at) if alike(own, line))
        at = next(found, -1)
        if at < 0:
            return False
    return True


def alike(one: Counter[str], other: Counter[str]) -> bool:
    most = max(one.total(), other.total())
    return (one & other).total() >= 0.8 * most


def test_a_student_sheet_in_khmer_names_its_language(site: Site) -> None:
    made = papers.sheets(desk(site, "km"), Workshop, "ai-at-home-and-school")
    assert made
    assert read(pdf(made, ROOT)).trailer["/Root"]["/Lang"] == "km"  # type: ignore[index]


def test_the_same_words_give_the_same_bytes(site: Site) -> None:
    at = desk(site, "es")
    made = papers.lesson(at, "who-made-it")
    slides = deck(at, Lesson, "who-made-it")
    assert pdf(made, ROOT) == pdf(made, ROOT)
    assert docx(made, ROOT) == docx(made, ROOT)
    assert pptx(slides) == pptx(slides)
    assert cartridge(at, "tk-2-integrity", ROOT) == cartridge(at, "tk-2-integrity", ROOT)


# No answer for students


def test_no_answer_stands_in_what_students_get(site: Site) -> None:
    at = desk(site, "en")
    looked = 0
    for lesson in site.curriculum.in_use(Lesson):
        telling = answers(lesson)
        made = papers.sheets(at, Lesson, lesson.id)
        assert made is None or not made.keys
        told = " ".join(" ".join(all_letters(made.blocks)).split()) if made else ""
        assert [one for one in telling if one in told] == [], lesson.id
        whole = " ".join(" ".join(all_letters(papers.lesson(at, lesson.id).blocks)).split())
        looked += sum(one in whole for one in telling)
    assert looked > 500, "the teacher's file has the answers"


def answers(lesson: Lesson) -> list[str]:
    """Lines of its answer keys that are long enough to be told from chance."""
    keys = [lesson.assessment.answer_key, *(one.key for one in lesson.handouts if one.key)]
    lines = {" ".join(line.split()) for key in keys for line in key.words.splitlines()}
    return [text.shown(line) for line in lines if len(line) > 40]


def test_a_cartridge_has_no_answer_and_no_sheet_that_is_held_back(site: Site) -> None:
    for unit in site.curriculum.in_use(Unit):
        lessons = [site.curriculum.all(Lesson)[one] for one in unit.lesson_ids]
        with zipfile.ZipFile(io.BytesIO(cartridge(desk(site, "en"), unit.id, ROOT))) as package:
            pages = {one: package.read(one).decode() for one in package.namelist()}
        told = "".join(pages.values())
        assert [line for one in lessons for line in answers(one) if line in told] == []
        kept = [f"{one.id}-sheet-{each.id}.html" for one in lessons for each in one.handouts
                if each.held_back or each.for_ != "student"]  # fmt: skip
        assert not pages.keys() & set(kept)


# Word


def test_a_word_file_has_headings_lists_tables_and_languages(site: Site) -> None:
    made = papers.lesson(desk(site, "es"), "second-source")
    document: Any = python_docx.Document(io.BytesIO(docx(made, ROOT)))
    levels = [
        (int(one.style.name[-1]), one.text)
        for one in document.paragraphs
        if one.style.name.startswith("Heading")
    ]
    wanted = [(one.level, letters(one.runs)) for one in made.blocks if isinstance(one, Heading)]
    assert levels == [(1, made.title), *wanted]
    assert any(one.style.name == "List Bullet" for one in document.paragraphs)
    assert document.tables[0].rows[0].cells[0].text
    runs = [run for one in document.paragraphs for run in one.runs if run.text.strip()]
    tags = [run._r.rPr.find(qn("w:lang")).get(qn("w:val")) for run in runs]
    assert tags.count("es-US") > 0.9 * len(tags)
    assert document.core_properties.title == made.title


def test_numbers_begin_anew_in_each_list() -> None:
    one = Items(((Paragraph((Run("a"),)),), (Paragraph((Run("b"),)),)), "numbers", 3)
    document: Any = python_docx.Document(io.BytesIO(docx(paper(one, one), ROOT)))
    numbers = [
        found.val
        for each in document.paragraphs
        for found in each._p.xpath("./w:pPr/w:numPr/w:numId")
    ]
    assert len(numbers) == 4
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_a_word_file_runs_from_right_to_left_but_for_english() -> None:
    own = Paragraph((Run("السلام"),))
    english = Paragraph((Run("Peace", language="en"),))
    table = Table(((Run("رأس"),),), ((((own),),),))
    document: Any = python_docx.Document(
        io.BytesIO(docx(paper(own, english, table, language="ar"), ROOT))
    )
    turned = {one.text: bool(one._p.xpath("./w:pPr/w:bidi")) for one in document.paragraphs}
    assert turned["السلام"]
    assert not turned["Peace"]
    assert document.tables[0]._tbl.xpath("./w:tblPr/w:bidiVisual")


def test_hostile_words_stay_words_in_a_word_file() -> None:
    document: Any = python_docx.Document(io.BytesIO(docx(paper(Paragraph((Run(HOSTILE),))), ROOT)))
    assert HOSTILE in [one.text for one in document.paragraphs]


# Slides


@pytest.mark.parametrize(("language", "kind", "id"), [
    ("en", Lesson, "second-source"),
    ("es", Unit, "6-8-evaluate"),
    ("ar", Workshop, "ai-at-home-and-school"),
])  # fmt: skip
def test_slides_have_titles_notes_and_room(
    site: Site, language: str, kind: type[Any], id: str
) -> None:
    slides = deck(desk(site, language), kind, id)
    show: Any = python_pptx.Presentation(io.BytesIO(pptx(slides)))
    assert show.slide_width / show.slide_height == pytest.approx(16 / 9, abs=0.001)
    assert len(show.slides) == len(slides.slides) > 4
    for told, slide in zip(show.slides, slides.slides, strict=True):
        assert told.shapes.title.text_frame.text.startswith(letters(slide.title))
        assert len(slide.body) == 1 or sum(map(weight, slide.body)) <= MOST
    spoken = [one.notes_slide.notes_text_frame.text for one in show.slides]
    assert sum(map(bool, spoken)) > len(spoken) / 2
    rtl = [
        p._p.pPr.get("rtl") for one in show.slides for p in one.shapes.title.text_frame.paragraphs
    ]
    assert set(rtl) == {"1" if language in RTL else "0"}


# Cartridge and links


def test_a_cartridge_is_whole(site: Site) -> None:
    """Source: Common Cartridge 1.3: one root item without a title, every file named and there."""
    space = {"cp": "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"}
    for language in ("en", "es"):
        data = cartridge(desk(site, language), "tk-2-integrity", ROOT)
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            root = ElementTree.fromstring(package.read("imsmanifest.xml"))
            pages = {one: package.read(one).decode() for one in names if one.endswith(".html")}
        assert root.findtext("cp:metadata/cp:schemaversion", namespaces=space) == "1.3.0"
        top = root.findall("cp:organizations/cp:organization/cp:item", space)
        assert len(top) == 1
        assert top[0].find("cp:title", space) is None
        resources = {one.get("identifier") for one in root.iterfind(".//cp:resource", space)}
        used = {one.get("identifierref") for one in root.iterfind(".//cp:item", space)} - {None}
        assert used <= resources
        told = [one.get("href") for one in root.iterfind(".//cp:file", space)]
        assert sorted(told) == sorted(set(names) - {"imsmanifest.xml"})
        ids = [one.get("identifier") for one in root.iter() if one.get("identifier")]
        assert len(ids) == len(set(ids))
        for html in pages.values():
            assert f'lang="{language}"' in html
            assert "<script" not in html
            assert all(one in names for one in re.findall(r'src="([^"]*)"', html))


def test_links_open_in_a_spreadsheet(site: Site) -> None:
    made = exports.FORMATS["csv"].make(desk(site, "es"), Unit, "3-5-evaluate", ROOT)
    assert made
    head, *rows = csv.reader(io.StringIO(made.decode("utf-8-sig")))
    assert head[:3] == ["Orden", "Lección", "Minutos"]
    lessons = site.curriculum.all(Unit)["3-5-evaluate"].lesson_ids
    assert [row[3] for row in rows] == [f"{URL}es/lessons/{one}/student/" for one in lessons]


def test_a_photograph_is_in_files_as_readers_get_it(district: Path) -> None:
    told = Image.Exif()
    told[0x010E] = "Rosa, 34 N, 118 W"
    (district / images.FOLDER).mkdir()
    for name, color in (("plate", "green"), ("moon", "gold")):
        photo = district / images.FOLDER / f"{name}.jpeg"
        Image.new("RGB", (1600, 400), color).save(photo, exif=told)
    for start, picture in (
        ("text: On Sunday", "photo: plate, alt: A plate"),
        ("text: The capital", "photo: moon, decorative: true"),
    ):
        pictured = f"picture: {{{picture}}}\n        {start}"
        projects.edit(district, "curriculum/lessons/6-8/next-word.yml", start, pictured)
    (district / "mkdocs.yml").write_text(f"site_url: {URL}\n")
    store = exports.Store(build.load(district), URL)
    files = [one for one in exports.every(store.site) if one.id == "next-word"]
    made = {one.format: store.read(one) or b"" for one in files if one.language == "en"}
    assert all(b"Rosa" not in one for one in made.values())
    shown = [image.image for page in read(made["handouts"]).pages for image in page.images]
    assert [one.size for one in shown if one] == [(1200, 300)] * 2
    with zipfile.ZipFile(io.BytesIO(made["handouts-docx"])) as package:
        media = [name for name in package.namelist() if name.startswith("word/media/")]
        assert len(media) == 2
        assert all(package.read(name).startswith(b"\xff\xd8") for name in media)
        body = package.read("word/document.xml").decode()
    assert 'descr="A plate"' in body
    assert body.count("adec:decorative ") == 1


# Kept and made again


@pytest.fixture
def store(district: Path) -> exports.Store:
    (district / "mkdocs.yml").write_text(f"site_url: {URL}\n")
    return exports.Store(build.load(district), URL)


def wanted(store: exports.Store) -> list[File]:
    return [one for one in exports.every(store.site) if one.kind == "lesson"]


def made_by(store: exports.Store, into: Path) -> list[str]:
    """The files that are made, not taken as they are kept."""
    made: list[str] = []
    original = store.make
    store.make = lambda these: (made.extend(one.path for one in these), original(these))  # type: ignore[method-assign, assignment, func-returns-value]
    store.bring(wanted(store), into)
    return made


def test_only_what_changed_is_made_again(store: exports.Store, tmp_path: Path) -> None:
    root = store.site.root
    into = tmp_path / "site"
    every = [one.path for one in wanted(store)]
    assert made_by(store, into) == every
    assert sorted(every) == [p.relative_to(into).as_posix() for p in sorted(into.rglob("*.*"))]
    again = exports.Store(build.load(root), URL)
    assert made_by(again, tmp_path / "second") == []
    lesson = sorted(root.glob("curriculum/lessons/*/*.yml"))[0]
    lesson.write_text(re.sub(r"(?m)^title: .*", "title: A new title", lesson.read_text()))
    changed = exports.Store(build.load(root), URL)
    made = made_by(changed, tmp_path / "third")
    assert made
    assert all(lesson.stem in one for one in made)


def test_a_spoilt_file_is_made_again(store: exports.Store, tmp_path: Path) -> None:
    made_by(store, tmp_path / "site")
    path = wanted(store)[0].path
    kept = store.folder / path
    good = kept.read_bytes()
    kept.unlink()
    kept.write_bytes(good[:-1] + b"?")
    again = exports.Store(store.site, URL)
    assert made_by(again, tmp_path / "second") == [path]
    assert (tmp_path / "second" / path).read_bytes() == good


def test_what_is_no_longer_wanted_is_forgotten(store: exports.Store, tmp_path: Path) -> None:
    made_by(store, tmp_path / "site")
    gone, *left = wanted(store)
    store.forget_others(left)
    assert not (store.folder / gone.path).exists()
    assert gone.path not in exports.Store(store.site, URL).known


def test_a_site_has_the_files_its_pages_lead_to(project: Path) -> None:
    projects.edit(project, "curriculum/district.yml", "downloads: false\n", "")
    site = build.load(project)
    folder = build_site(project)
    there = {one.path for one in exports.every(site)}
    assert there == {p.relative_to(folder).as_posix() for p in folder.rglob("downloads/**/*.*")}
    page = (folder / "es/lessons/two-sources/index.html").read_text()
    links = re.findall(r'href="([^"]*downloads/[^"]*)"', page)
    assert len(links) == 5
    assert all((folder / "es/lessons/two-sources" / one).is_file() for one in links)
    before = dict(projects.files(folder))
    assert dict(projects.files(build_site(project, dirty=True))) == before


# The command


def run(*arguments: str) -> Any:
    return CliRunner().invoke(cli.main, ["export", *arguments])


@pytest.fixture
def here(district: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (district / "mkdocs.yml").write_text(f"site_url: {URL}\n")
    monkeypatch.chdir(district)
    return district


def test_the_command_writes_what_is_named(here: Path) -> None:
    done = run("docx", "two-sources", "--to", "out")
    assert done.exit_code == 0, done.output
    assert [one.name for one in (here / "out").iterdir()] == ["two-sources.docx"]


def test_the_command_says_what_is_near(here: Path) -> None:
    done = run("pdf", "two-source")
    assert done.exit_code == 2
    assert "Did you mean “two-sources”?" in done.output


def test_the_command_says_which_languages_there_are(here: Path) -> None:
    done = run("pdf", "--language", "fr")
    assert done.exit_code == 2
    assert "en, es" in done.output


def test_the_command_says_which_fonts_are_missing(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "missing_fonts", lambda: ["Noto Sans Khmer"])
    done = run("pdf", "two-sources")
    assert done.exit_code == 1
    assert "Noto Sans Khmer" in done.output
    assert "apt-get install" in done.output


def test_errors_of_the_curriculum_stop_the_command(here: Path) -> None:
    (here / "curriculum/lessons/3-5/two-sources.yml").write_text("id: two-sources\n")
    done = run("pdf")
    assert done.exit_code == 1
    assert "missing" in done.output
