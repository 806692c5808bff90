"""Honest words are shown to the letter, whatever signs they hold: no wall against hostile ones may
cost a `<topic>`, a formula, an emoji of seven parts or a joiner that Persian is written with."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import docx as python_docx
import pptx as python_pptx
import pytest
from markdown_it import MarkdownIt
from markup_read import Markup, even
from planting import HONEST, HOSTILE, LANGUAGES, TITLES, InTurn, Planted, planted
from promises import Tried

from builder import exports, text
from builder.exports import papers
from builder.exports.blocks import Block, Box, Heading, Items, Pairs, Paragraph, Table, letters
from builder.exports.papers import Desk
from builder.literal import in_element, literal
from builder.model.base import texts
from builder.model.lesson import Lesson
from builder.web import Web

pytestmark = pytest.mark.promise("honest-words")


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    """The sample district with an honest string in every field."""
    words = InTurn(HONEST, titles=(*TITLES, *HONEST))
    return planted(tmp_path_factory.mktemp("honest") / "project", words)


def test_there_are_enough_of_them_and_each_is_planted(honest: Planted, tried: Tried) -> None:
    every = {*HONEST, *TITLES}
    assert len(every) == len(HONEST) + len(TITLES) >= 500
    assert isinstance(honest.words, InTurn)
    assert set(honest.words.counted) == every
    tried("honest strings", len(every))


def test_none_of_them_is_markup() -> None:
    for words in HONEST:
        shown = text.line(words).striptags(), text.prose(words).striptags()
        told = text.shown(words), text.shown_line(words)
        assert {even(one) for one in (*shown, *told)} == {even(words)}


def test_readers_see_each_of_them_on_a_page(honest: Planted, tmp_path: Path) -> None:
    """Some fields have no place of their own on a page, so that a second turn is needed."""
    again = planted(tmp_path / "project", InTurn(HONEST, len(HONEST) // 2, TITLES))
    seen: set[str] = set()
    for one, made in ((honest, honest.page), (again, again.part)):
        for language, address in one.each():
            expected = one.shown[language]
            for at, told in made(address, language).passages():
                if at in expected:
                    assert told in expected[at], (language, address.path, at)
                    seen.add(told)
    assert seen >= {even(one) for one in (*HONEST, *TITLES)}


def test_titles_keep_every_letter_in_the_tab_the_heading_the_menu_and_linked_data(
    honest: Planted,
) -> None:
    seen: set[str] = set()
    for language, address in honest.each():
        if name := honest.name(address, language):
            tree = honest.page(address, language).tree
            assert even(tree.find(".//h1").text_content()) == even(name.words)
            assert f" · {even(name.words)} · " in f" · {even(tree.findtext('.//title'))} · "
            linked = json.loads(tree.find(".//script[@type='application/ld+json']").text)
            assert linked["name"] == name.words
            seen.add(name.words)
    assert len(seen) > 100


def all_letters(found: Sequence[Block]) -> Iterator[str]:
    """The letters of every heading and paragraph."""
    for one in found:
        if isinstance(one, Heading | Paragraph):
            yield letters(one.runs)
        elif isinstance(one, Box):
            yield from all_letters(one.blocks)
        elif isinstance(one, Items):
            for item in one.items:
                yield from all_letters(item)
        elif isinstance(one, Pairs):
            for term, said in one.pairs:
                yield letters(term)
                yield from all_letters(said)
        elif isinstance(one, Table):
            for row in one.rows:
                for cell in row:
                    yield from all_letters(cell)


def bare(words: str) -> str:
    """The words without what parts lines, which each format does in its own way."""
    return re.sub(r"\s", "", words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_and_slides_say_all_of_a_lesson(honest: Planted, language: str) -> None:
    desk = Desk(honest.site.view(honest.site.reader(language)), Web("https://a.example/"))
    pictures = 0
    for id in honest.site.curriculum.all(Lesson):
        paper = papers.lesson(desk, id)
        made = exports.FORMATS["docx"].make(desk, Lesson, id, honest.root)
        assert made
        document = python_docx.Document(io.BytesIO(made))
        written = bare("".join(document.element.itertext()))
        for told in all_letters(paper.blocks):
            assert bare(told) in written, told
        slides = exports.FORMATS["pptx"].make(desk, Lesson, id, honest.root)
        assert slides
        shown = "".join(
            shape.text_frame.text
            for slide in python_pptx.Presentation(io.BytesIO(slides)).slides
            for shape in slide.shapes
            if shape.has_text_frame
        )
        lesson = honest.site.translated(language, Lesson, id)
        assert bare(lesson.title.words) in bare(shown)
        assert document.core_properties.title == lesson.title.words
        described = {even(one.get("descr")) for one in document.element.iter() if one.get("descr")}
        words = {even(one.shown) for one in texts(lesson) if one.address.endswith("/picture/alt")}
        assert described >= words
        pictures += len(words)
    assert pictures


def test_open_data_has_them_to_the_letter(honest: Planted) -> None:
    found = (honest.folder / "curriculum.json").read_text("utf-8")
    for entry in honest.site.curriculum.loaded:
        for one in texts(entry.document):
            assert one.form == "words" or json.dumps(one.words, ensure_ascii=False) in found


GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
BREAK = "\u200b"


def test_a_comment_on_github_shows_the_letters_and_nothing_else() -> None:
    for words in (*HONEST, *TITLES, *HOSTILE):
        page = Markup(GITHUB.render(literal(words)))
        assert page.faults == [], words
        assert {kind for kind, _ in page.kinds} <= {"p", "span"}, words
        assert visible(page.tree.text_content()) == visible(words), words
        within = Markup(GITHUB.render(f"<details><summary>{in_element(words)}</summary></details>"))
        assert within.faults == [], words
        assert {kind for kind, _ in within.kinds} <= {"details", "summary", "span"}, words
        assert visible(within.tree.text_content()) == visible(words), words


def visible(words: str) -> str:
    """Without what the comment puts between letters, and with a point for what nobody sees."""
    kept = words.replace(BREAK, "").replace("·", "")
    shown = (one for one in even(kept) if one in JOINERS or unicodedata.category(one)[0] != "C")
    return even("".join(shown))


JOINERS = "\u200c\u200d"
