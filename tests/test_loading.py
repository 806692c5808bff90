"""What is loaded from the disk, what is left out, and what the whole curriculum can be asked."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import SAMPLE
from projects import edit
from promises import Tried

from builder import build, drawings
from builder.finding import Finding
from builder.model import curriculum as model
from builder.model.grades import BANDS, GRADES, grade_band
from builder.model.lesson import Lesson
from builder.model.progression import Strand
from builder.model.register import Term, Tool
from builder.source import Loc, parse
from builder.validation import validate

LESSON = "curriculum/lessons/3-5/two-sources.yml"


def said(root: Path) -> list[tuple[str, str]]:
    return [(one.path, one.message) for one in model.load(root).findings]


# Files


@pytest.mark.parametrize(
    "path",
    [
        "curriculum/odd.yml",
        "curriculum/lessons/odd.yml",
        "curriculum/lessons/3-5/deep/odd.yml",
        "curriculum/lesons/3-5/odd.yml",
        "progression/bands/deep/odd.yml",
    ],
)
def test_a_file_in_no_home(district: Path, path: str) -> None:
    (district / path).parent.mkdir(parents=True, exist_ok=True)
    (district / path).write_text("id: odd", "utf-8")
    assert said(district) == [(path, "no kind of document lives in this folder")]


@pytest.mark.parametrize(
    ("ending", "says"),
    [
        ("yaml", "the name of a document ends in .yml, not in .yaml"),
        ("YML", "the name of a document ends in .yml, not in .YML"),
        ("PO", "the name of a PO file ends in .po, not in .PO"),
        ("SVG", "the name of a drawing ends in .svg, not in .SVG"),
    ],
)
def test_a_file_with_another_ending(district: Path, ending: str, says: str) -> None:
    path = LESSON.replace("yml", ending)
    (district / LESSON).rename(district / path)
    assert said(district) == [(path, says)]


def test_a_picture_in_no_home(district: Path) -> None:
    """A photograph that no page shows is published with the repository, as it came."""
    paths = [
        "curriculum/drawings/more/lime.svg",
        "curriculum/drawings/visit.jpg",
        "curriculum/lessons/3-5/visit.HEIC",
        "progression/a.svg",
    ]
    for path in paths:
        (district / path).parent.mkdir(parents=True, exist_ok=True)
        (district / path).write_bytes(b"\xff\xd8\xff")
    told = "no page shows a picture that stands in this folder"
    assert said(district) == [(path, told) for path in paths]


def test_a_drawing_that_no_card_can_name(district: Path) -> None:
    """So no two are one file where capitals do not count, and none takes the place of another."""
    folder = district / "curriculum/drawings"
    folder.mkdir()
    names = ["Lime.svg", "lime tree.svg", "lime_tree.svg", "líme.svg", "lime.svg"]
    for name in names:
        (folder / name).write_text("<svg/>", "utf-8")
    told = "no card can name a drawing that is called so"
    paths = sorted(f"curriculum/drawings/{name}" for name in names[:-1])
    assert said(district) == [(path, told) for path in paths]
    assert list(drawings.drawings(district)) == ["curriculum/drawings/lime.svg"]


@pytest.mark.parametrize(
    "path",
    [
        *("curriculum/notes.txt", "curriculum/lessons/3-5/class-list.csv", "progression/README.md"),
        *("curriculum/images/visit.docx", "curriculum/translations/es.json", "curriculum/es.po"),
        *("curriculum/plan", "curriculum/lessons/3-5/two-sources.yml.orig", "curriculum/a.~1"),
    ],
)
def test_a_file_that_nothing_reads(district: Path, path: str) -> None:
    """It is published with the repository, and no rule looks into it."""
    (district / path).parent.mkdir(parents=True, exist_ok=True)
    (district / path).write_text("Rosa Perez, 123-45-6789", "utf-8")
    assert said(district) == [(path, "nothing reads this file")]


@pytest.mark.parametrize(
    "path",
    [
        *("curriculum/lessons/3-5/Two-Sources.yml", "curriculum/lessons/3-5/two-sources.YML"),
        *("curriculum/Lessons/3-5/two-sources.yml", "curriculum/lessons/TK-2/two-sources.yml"),
        *("curriculum/translations/ES/guides/3-5.po", "curriculum/translations/es/Guides/3-5.po"),
        *("curriculum/translations/es/guides/3-5.PO", "progression/bands/TK-2.yml"),
    ],
)
def test_two_names_that_differ_in_capitals(district: Path, path: str) -> None:
    """One disk keeps both files, another takes one for the other: so the second is told here."""
    (district / path).parent.mkdir(parents=True, exist_ok=True)
    lesson = (district / LESSON).read_bytes()
    data = {".yml": lesson, ".po": b'msgid ""\nmsgstr ""\n'}
    (district / path).write_bytes(data.get(path[path.rindex(".") :].lower(), lesson))
    assert path in {one.path for one in build.examine(district).findings}


ELSEWHERE = (
    *("../x", "..", ".", "/etc/passwd", "a/b", "a\\b", "..\\x", "c:x", "~root", "a.yml", "%2e%2e"),
    *("a\u2215b", "\uff0e\uff0e", "x?y", "x#y", "a b", "A", "a--b", "-a", "${HOME}", "c\u043en"),
)


def ids(tree: Any, at: Loc = ()) -> Iterator[Loc]:
    """Where an id stands in a file, at any depth."""
    inner = enumerate(tree) if isinstance(tree, list) else tree.items()
    for key, one in inner:
        if key == "id":
            yield (*at, key)
        elif isinstance(one, list | dict):
            yield from ids(one, (*at, key))


@pytest.mark.promise("files")
def test_an_id_that_would_lead_elsewhere(tried: Tried) -> None:
    """Ids are names of files and addresses of pages; each file and each part of one has one."""
    shapes, many = cycle(ELSEWHERE), 0
    for entry in model.load(SAMPLE).loaded:
        for at in ids(entry.source.tree):
            tree, shape = deepcopy(entry.source.tree), next(shapes)
            *way, last = at
            inner: Any = tree
            for step in way:
                inner = inner[step]
            inner[last] = shape
            source = parse(yaml.safe_dump(tree, allow_unicode=True).encode(), entry.path)
            document, findings = validate(type(entry.document), source)
            assert document is None, (entry.path, at, shape)
            assert f"“{shape}” cannot stand for id" in {one.message for one in findings}
            place = source.position(at)
            assert (place.line, place.column) in {(one.line, one.column) for one in findings}
            many += 1
    assert many > 10 * len(ELSEWHERE)
    tried("ids that lead elsewhere", many)


def test_what_an_editor_leaves_behind_is_passed_over(district: Path) -> None:
    lessons = (district / LESSON).parent
    (district / "curriculum/translations/es").mkdir(parents=True)
    (district / "curriculum/translations/es/interface.mo").write_bytes(b"\xde\x12\x04\x95")
    (lessons / ".two-sources.yml.swp").write_bytes(b"\x00")
    (lessons / ".hidden.yml").write_text("id: [", "utf-8")
    (lessons / "two-sources.yml~").write_text("id: [", "utf-8")
    (lessons / ".#two-sources.yml").symlink_to("nobody@nowhere")
    (lessons / "link.yml").symlink_to(district / "mkdocs.yml")
    (district / "curriculum/.trash").mkdir()
    (district / "curriculum/.trash/odd.yml").write_text("id: [", "utf-8")
    assert said(district) == []


def test_a_broken_file_costs_no_other(district: Path) -> None:
    (district / LESSON).write_text("id: two-sources\nid: [", "utf-8")
    curriculum = model.load(district)
    assert {one.path for one in curriculum.findings} == {LESSON}
    assert set(curriculum.all(Lesson)) == {"guess-the-rule", "next-word", "test-a-tool"}
    assert curriculum.unread(Lesson) == {"two-sources"}
    assert curriculum.unread(Strand) == frozenset()


def test_an_empty_project(tmp_path: Path) -> None:
    curriculum = model.load(tmp_path)
    assert (curriculum.loaded, curriculum.findings, curriculum.bands) == ((), (), ())


# Questions


def test_documents_stand_in_the_order_of_their_paths(district: Path) -> None:
    curriculum = model.load(district)
    paths = [entry.path for entry in curriculum.loaded]
    assert paths == sorted(paths, key=lambda path: (not path.startswith("progression/"), path))
    assert list(curriculum.all(Term)) == ["ai", "claim", "pattern", "source"]
    assert [band.id for band in curriculum.bands] == list(BANDS)
    assert [strand.code for strand in curriculum.strands] == ["UND", "EVA"]


def test_of_two_with_one_id_the_first_is_kept_and_both_are_in_use(district: Path) -> None:
    second = district / "curriculum/lessons/6-8/two-sources.yml"
    second.write_bytes((district / LESSON).read_bytes())
    curriculum = model.load(district)
    kept = curriculum.all(Lesson)["two-sources"]
    assert curriculum.source_of(kept).path == LESSON
    assert [one.id for one in curriculum.in_use(Lesson)].count("two-sources") == 2


def test_what_is_retired_is_not_in_use(district: Path) -> None:
    edit(district, LESSON, "id: two-sources", "id: two-sources\nstatus: retired")
    curriculum = model.load(district)
    assert "two-sources" in curriculum.all(Lesson)
    assert "two-sources" not in [one.id for one in curriculum.in_use(Lesson)]
    assert "3-5.EVA.1" not in curriculum.taught
    assert [one.id for one in curriculum.taught["6-8.EVA.1"]] == ["next-word"]
    assert [one.id for one in curriculum.assessed["6-8.EVA.1"]] == ["next-word"]


def test_an_outcome_and_its_place(district: Path) -> None:
    curriculum = model.load(district)
    assert list(curriculum.outcomes) == [
        f"{band.upper()}.{strand}.1" for strand in ("UND", "EVA") for band in BANDS
    ]
    placed = curriculum.placed[5]
    assert (placed.outcome.code, placed.strand.id) == ("3-5.EVA.1", "evaluate")
    place = curriculum.source_of(placed.strand).position((*placed.at, "code"))
    assert (place.line, place.column) == (13, 11)
    assert all(one.in_use for one in curriculum.placed)


def test_unread_knows_files_by_their_kind() -> None:
    findings = tuple(
        Finding(path, 1, 1, "invalid-field", "x")
        for path in ("curriculum/tools/a.yml", "curriculum/lessons/3-5/b.yml", "odd/c.yml")
    )
    curriculum = model.Curriculum((), findings)
    assert curriculum.unread(Tool) == {"a"}
    assert curriculum.unread(Lesson) == {"b"}
    assert curriculum.unread(Term) == frozenset()


def test_the_band_of_a_grade() -> None:
    bands = [grade_band(grade) for grade in GRADES]
    assert bands == ["tk-2"] * 4 + ["3-5"] * 3 + ["6-8"] * 3 + ["9-12"] * 4
