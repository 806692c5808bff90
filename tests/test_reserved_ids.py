"""No id of the content is one that a page has by itself: the list is held against the templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from builder import templates
from builder.model.base import Document
from builder.model.district import Resources
from builder.model.educators import Chapter, Competencies, Course
from builder.model.family import Topic
from builder.model.household import Questions
from builder.model.lesson import Lesson
from builder.model.progression import GraduateProfile, Strand
from builder.model.register import Principles, Term
from builder.model.unit import Unit
from builder.model.workshop import Workshop
from builder.rules.references.reserved_id import ALONE, ANYWHERE, MEANING, PARTS
from builder.takeaway import File, formats

# Where the parts of a document, or documents beside others, stand at ids without a word before.
PAGES: dict[str, type[Document]] = {
    "chapter": Chapter,
    "competencies": Competencies,
    "lesson": Lesson,
    "principles": Principles,
    "profile": GraduateProfile,
    "questions": Questions,
    "resources": Resources,
    "topic": Topic,
}
LISTS: dict[str, type[Document]] = {
    "courses": Course,
    "glossary": Term,
    "progression": Strand,
    "unit": Lesson,
}
# Ids of grade bands and of the builder's own families of checks, which no writer chooses.
OURS = {"check-family", "checks", "essential-questions", "lessons", "strand", "units"}

FIXED = re.compile(r'\bid="([a-z0-9-]+)"')
BARE = re.compile(r'\bid="\{\{ [a-z.]+\.id \}\}"')
CALL = re.compile(r"\b(parts|kit)\.([a-z_]+)\(")


def words(name: str) -> str:
    return (templates.FOLDER / f"{name}.html.jinja").read_text("utf-8")


def macro(module: str, name: str) -> str:
    found = re.search(rf"\{{% macro {name}\(.*?\{{% endmacro %\}}", words(module), re.S)
    return found[0] if found else ""


def fixed(name: str) -> Iterator[str]:
    """The ids that the page has by itself, whatever is written."""
    own = words(name)
    yield from FIXED.findall(own)
    for module, called in CALL.findall(own):
        yield from FIXED.findall(macro(module, called))


@pytest.mark.parametrize("name", PAGES)
def test_no_part_can_be_called_as_a_place_of_its_page(name: str) -> None:
    assert PARTS[PAGES[name]][1] == set(fixed(name)) - ANYWHERE


@pytest.mark.parametrize("name", LISTS)
def test_no_document_can_be_called_as_a_place_of_its_list(name: str) -> None:
    assert ALONE[LISTS[name]] >= set(fixed(name)) - ANYWHERE


def test_what_stands_on_every_page_is_taken_everywhere() -> None:
    shell = (Path(__file__).parents[1] / "overrides/main.html").read_text("utf-8")
    everywhere = [*FIXED.findall(shell), *FIXED.findall(words("meanings"))]
    assert {*everywhere, *FIXED.findall(words("toc"))} == ANYWHERE
    assert f'id="{MEANING}{{{{' in words("meanings")


def test_every_page_with_ids_of_the_content_is_looked_at() -> None:
    found = {file.name.partition(".")[0] for file in templates.FOLDER.glob("*.html.jinja")}
    assert {one for one in found if BARE.search(words(one))} == {*PAGES, *LISTS} | OURS


def test_no_two_files_to_take_away_have_one_address() -> None:
    """Whatever ids two documents have, as far as the rule lets them."""
    words_ = [one for one in product(("", "a", "es", "handouts", "links"), repeat=3) if any(one)]
    ids = {"-".join(part for part in one if part) for one in words_}
    for kind in (Lesson, Unit, Workshop):
        paths = [
            File(kind.kind, id, language, form).path
            for id in ids
            if not id.endswith("-handouts")
            for language in ("en", "es")
            for form in formats(kind, sheets=True)
        ]
        assert len(paths) == len(set(paths)) > 500
