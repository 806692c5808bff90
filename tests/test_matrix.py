"""The matrix: what it counts, where it sees gaps, and what other programs are given of it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import SAMPLE
from projects import data_files, edit

from builder import build, settings
from builder.matrix import Counts, Crosswalk, Matrix, crosswalk, matrix_of
from builder.model import curriculum as model
from builder.model.curriculum import Curriculum
from builder.model.lesson import Lesson
from builder.model.progression import Framework
from builder.pages import Address
from builder.pages.progression import places
from builder.settings import Settings

ROOT = Path(__file__).parents[1]
UNDERSTAND = "progression/understand.yml"
TWO_SOURCES = "curriculum/lessons/3-5/two-sources.yml"


def loaded(root: Path) -> Curriculum:
    curriculum = model.load(root)
    assert not curriculum.findings
    return curriculum


def counted(root: Path) -> Matrix[Lesson]:
    return matrix_of(loaded(root))


def counts(matrix: Matrix[Lesson], strand: str, band: str) -> Counts:
    found = [one for one in matrix.cells if (one.strand.id, one.band.id) == (strand, band)]
    assert len(found) == 1
    return found[0].counts


def way(root: Path, framework: str) -> Crosswalk[Lesson]:
    curriculum = loaded(root)
    return crosswalk(curriculum.all(Framework)[framework], matrix_of(curriculum))


@cache
def district_of(root: Path) -> Settings:
    found, findings = settings.load(root)
    assert found, findings
    return found


def written(root: Path, whole: Curriculum | None = None) -> Mapping[str, bytes]:
    return data_files(root, wanted="progression", whole=whole)


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


# What is counted


def test_strands_and_bands_stand_in_order(district: Path) -> None:
    matrix = counted(district)
    assert [one.id for one in matrix.bands] == ["tk-2", "3-5", "6-8", "9-12"]
    assert [row.strand.code for row in matrix.rows] == ["UND", "EVA"]
    assert len(matrix.cells) == 8
    assert len(matrix.outcomes) == 8


def test_a_lesson_counts_once_wherever_it_is_counted(district: Path) -> None:
    matrix = counted(district)
    assert counts(matrix, "understand", "3-5") == Counts(1, 1, 1, 0)
    assert matrix.rows[0].counts == Counts(4, 4, 4, 0)
    assert matrix.column(matrix.bands[1]) == Counts(2, 1, 1, 0)
    assert matrix.counts == Counts(8, 4, 4, 0)


def test_an_outcome_that_no_lesson_teaches_or_assesses_is_a_gap(district: Path) -> None:
    edit(district, TWO_SOURCES, "assesses: [3-5.UND.1, 3-5.EVA.1]", "assesses: []")
    edit(district, TWO_SOURCES, "teaches: [3-5.UND.1, 3-5.EVA.1]", "teaches: [3-5.UND.1]")
    matrix = counted(district)
    gaps = {one.outcome.code: one.gap for one in matrix.outcomes if one.gap}
    assert gaps == {"3-5.UND.1": "unassessed", "3-5.EVA.1": "untaught"}
    assert counts(matrix, "evaluate", "3-5") == Counts(1, 0, 0, 1)
    assert matrix.counts.gaps == 2


def test_what_is_retired_does_not_count(district: Path) -> None:
    edit(district, TWO_SOURCES, "subjects:", "status: retired\nsubjects:")
    edit(district, UNDERSTAND, "- code: 6-8.UND.1", "- code: 6-8.UND.1\n    status: retired")
    matrix = counted(district)
    assert counts(matrix, "understand", "3-5") == Counts(1, 0, 0, 1)
    assert counts(matrix, "understand", "6-8") == Counts(0, 0, 0, 1), "an empty cell is a gap"
    assert [one.leads_to for one in matrix.rows[0].outcomes][1] == ()


def test_a_retired_strand_and_a_missing_band_are_not_there(district: Path) -> None:
    edit(district, UNDERSTAND, "id: understand", "id: understand\nstatus: retired")
    (district / "progression/bands/9-12.yml").unlink()
    matrix = counted(district)
    assert [(one.strand.id, one.band.id) for one in matrix.cells] == [
        *(("evaluate", "tk-2"), ("evaluate", "3-5"), ("evaluate", "6-8"))
    ]


def test_nothing_has_no_gaps() -> None:
    assert matrix_of(Curriculum(())).counts == Counts(0, 0, 0, 0)
    assert rows(written(SAMPLE, Curriculum(()))["progression.csv"]) == []


# Frameworks both ways


def test_a_framework_is_told_from_its_codes_and_from_the_outcomes(district: Path) -> None:
    one = way(district, "ai4k12")
    assert [
        [(covered.outcome.code, band) for covered, band in met.outcomes] for met in one.codes
    ] == [[("TK-2.UND.1", "K-2"), ("3-5.UND.1", "3-5")]]
    assert [lesson.id for lesson in one.codes[0].lessons] == ["two-sources", "guess-the-rule"][::-1]
    named = {
        covered.outcome.code: [(code.code, band) for code, band in codes]
        for covered, codes in one.outcomes
    }
    assert named["TK-2.UND.1"] == [("3-A-iii", "K-2")]
    assert named["6-8.UND.1"] == []
    assert len(one.unaligned) == 6


def test_a_code_without_an_outcome_is_unmet(district: Path) -> None:
    path = "progression/frameworks/ailit26.yml"
    edit(
        district, path, "codes:\n", "codes:\n  - {code: create-1, group: engage, text: Explore.}\n"
    )
    one = way(district, "ailit26")
    assert [code.code for code in one.unmet] == ["create-1"]
    found = rows(written(district)["progression-frameworks.csv"])
    assert [row["code"] for row in found if row["gap"] == "no-outcome"] == ["ailit26:create-1"]


def test_a_code_that_nobody_listed_and_a_second_naming_are_left_out(district: Path) -> None:
    edit(
        district,
        UNDERSTAND,
        '"ailit26:engage-2", "ai4k12:3-A-iii@3-5"',
        '"ailit26:engage-2", "ailit26:engage-2", "ailit26:engage-9", "other:engage-3"',
    )
    one = way(district, "ailit26")
    codes = {covered.outcome.code: codes for covered, codes in one.outcomes}
    assert [code.code for code, _ in codes["3-5.UND.1"]] == ["engage-2"]
    listed = [covered.outcome.code for met in one.codes for covered, _ in met.outcomes]
    assert listed.count("3-5.UND.1") == 1


def test_anchors_of_codes_are_unlike_and_safe() -> None:
    one = loaded(SAMPLE).all(Framework)["ailit26"]
    odd = ["4.2.2", "4-2-2", 'a" onclick="x', "Ä", "Ö", "4 2 2"]
    codes = tuple(one.codes[0].model_copy(update={"code": code}) for code in odd)
    found = places(one.model_copy(update={"codes": codes}))
    assert list(found) == odd
    assert len(set(found.values())) == len(odd)
    assert all(re.fullmatch(r"[a-z0-9-]+", place) for place in found.values())
    assert found["4.2.2"] == "code-4-2-2"


# For other programs


def test_the_tables_tell_what_the_matrix_counts(district: Path) -> None:
    (district / "curriculum/lessons/9-12/test-a-tool.yml").unlink()
    files, matrix = written(district), counted(district)
    cells = rows(files["progression.csv"])
    assert [int(row["gaps"]) for row in cells] == [one.counts.gaps for one in matrix.cells]
    assert cells[3] == {
        "strand": "UND",
        "strand_title": "Understand how AI works",
        "band": "Grades 9–12",
        "outcomes": "1",
        "lessons_teaching": "0",
        "lessons_assessing": "0",
        "gaps": "1",
        "outcome_codes": "9-12.UND.1",
        "untaught": "9-12.UND.1",
        "unassessed": "",
    }
    outcomes = rows(files["progression-outcomes.csv"])
    assert [row["outcome"] for row in outcomes] == [one.outcome.code for one in matrix.outcomes]
    assert outcomes[1]["ai4k12"] == "ai4k12:3-A-iii@3-5"
    assert outcomes[1]["taught_in"] == "two-sources"
    data = json.loads(files["progression.json"])
    assert data["counts"]["gaps"] == matrix.counts.gaps == 2
    assert [one["gap"] for one in data["outcomes"]].count("untaught") == 2
    assert data["cells"][3]["untaught"] == ["9-12.UND.1"]
    assert data["frameworks"][0]["outcomes"]["3-5.UND.1"] == ["3-A-iii@3-5"]
    assert data["frameworks"][0]["codes"][0]["outcomes"][0] == {"code": "TK-2.UND.1", "band": "K-2"}


def test_the_files_are_the_same_whatever_the_order_of_the_documents(district: Path) -> None:
    curriculum = loaded(district)
    lessons = [one for one in curriculum.loaded if isinstance(one.document, Lesson)]
    others = [one for one in curriculum.loaded if not isinstance(one.document, Lesson)]
    turned = replace(curriculum, loaded=(*reversed(others), *lessons), _kinds={})
    assert written(district, turned) == written(district)
    assert written(district) == written(district)


FORMULAS = (
    "=1+1",
    "+1",
    "-1+2",
    "@SUM(A1)",
    "  =1",
    "＝1+1",
    '=HYPERLINK("https://x.example","x")',
)


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_begins_a_formula(district: Path, words: str) -> None:
    edit(district, UNDERSTAND, "plain: Find the pattern", f"plain: {json.dumps(words)}")
    edit(district, UNDERSTAND, "title: Understand how AI works", f"title: {json.dumps(words)}")
    path = "progression/frameworks/ailit26.yml"
    edit(district, path, "text: Explain how AI does a task.", f"text: {json.dumps(words)}")
    for name, data in written(district).items():
        if name.endswith(".csv"):
            cells = [cell for row in rows(data) for cell in row.values()]
            assert "'" + words.strip() in [
                cell.replace("' ", "'").replace(" =", "=") for cell in cells
            ]
            assert [one for one in cells if re.match(r"\s*[=+\-@＝＋－＠\t\r]", one)] == []


def test_a_line_break_or_a_quote_stays_in_its_cell(district: Path) -> None:
    words = 'Find “it”, "now";\nand then'
    path = "progression/frameworks/ailit26.yml"
    edit(district, path, "text: Explain how AI does a task.", f"text: {json.dumps(words)}")
    found = rows(written(district)["progression-frameworks.csv"])
    assert found[2]["meaning"] == words
    assert {row["framework"] for row in found} == {"ai4k12", "ailit26"}


def test_no_cell_is_taken_for_a_day(district: Path) -> None:
    """A spreadsheet makes `3-5` the fifth of March."""
    for root in (district, ROOT):
        for name, data in written(root).items():
            if name.endswith(".csv"):
                cells = {cell for row in rows(data) for cell in row.values()}
                assert not {one for one in cells if re.fullmatch(r"\d+[-./]\d+([-./]\d+)?", one)}


def test_a_spreadsheet_reads_the_tables_as_utf_8(district: Path) -> None:
    data = written(district)["progression.csv"]
    assert data.startswith(b"\xef\xbb\xbfstrand,")
    assert data.endswith(b"\r\n")


# The pages


def page(root: Path, path: str) -> Any:
    site = build.load(root)
    found: list[Address] = [one for one in site.addresses if one.path == path]
    assert found, path
    return site.page("en", found[0])


def test_the_page_counts_what_the_matrix_counts(district: Path) -> None:
    (district / "curriculum/lessons/9-12/test-a-tool.yml").unlink()
    html = page(district, "progression/").html
    assert html.count("Gaps: 1") == 2 + 2  # two cells, two rows
    assert html.count("Gaps: 2") == 1 + 1  # a column, and all of it
    for name in written(district):
        assert f'href="../{name}"' in html


@pytest.mark.parametrize(
    "path", ["progression/", "progression/frameworks/ailit26/", "strands/understand/"]
)
def test_a_page_with_the_matrix_read_all_that_it_counts(district: Path, path: str) -> None:
    reads = page(district, path).reads
    wanted = {"ids lesson", "ids strand", "ids band", "ids framework", "card lesson two-sources"}
    wanted |= {"document strand evaluate", "document band 3-5", "document framework ailit26"}
    if "frameworks" in path:
        wanted.remove("ids framework")
    assert wanted <= reads
    assert not any(one.startswith("document lesson") for one in reads)


def test_a_framework_page_goes_both_ways(district: Path) -> None:
    path = "progression/frameworks/ailit26.yml"
    edit(district, path, "codes:\n", 'codes:\n  - {code: "<b>", group: engage, text: "<i>x"}\n')
    html = page(district, "progression/frameworks/ailit26/").html
    assert "2 of 3 codes are met, 8 of 8 outcomes name a code." in html
    assert "<i>" not in html
    assert '<b class="code">&lt;b&gt;</b>' in html
    for anchor in re.findall(r'href="#([^"]+)"', html):
        assert f'id="{anchor}"' in html
    assert 'href="../../../strands/understand/#tk-2-und-1"' in html
    assert 'href="../../../lessons/two-sources/"' in html


def test_the_real_curriculum_covers_what_it_says(tmp_path: Path) -> None:
    """The domain reference: seven strands, four bands, no empty cell, all nineteen competences."""
    matrix = counted(ROOT)
    assert (len(matrix.rows), len(matrix.bands)) == (7, 4)
    assert all(cell.outcomes for cell in matrix.cells)
    assert way(ROOT, "ailit26").unmet == ()
