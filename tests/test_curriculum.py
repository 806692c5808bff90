"""The real curriculum is without error, and a fault planted in it does not stay hidden."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder import build, cli, rules, settings
from builder.finding import Severity
from builder.model import curriculum as model
from builder.model.base import Document
from builder.model.family import Guide, Letter
from builder.model.grades import BANDS
from builder.model.integrity import Integrity
from builder.model.lesson import Lesson
from builder.model.unit import Unit
from builder.premises import FOLDERS

ROOT = Path(__file__).parent.parent
CURRICULUM = model.load(ROOT)
ORIGINAL = "curriculum/lessons/3-5/second-source.yml"
COPY = "curriculum/lessons/3-5/planted-fault.yml"


def test_the_curriculum_has_no_error() -> None:
    district, said = settings.load(ROOT)
    assert district is not None, said
    found = rules.check(CURRICULUM, district)
    assert [one for one in found if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize("kind", [Lesson, Integrity, Guide, Letter])
def test_every_band_has_one(kind: type[Document]) -> None:
    bands = {getattr(one, "band", one.id) for one in CURRICULUM.in_use(kind)}
    assert bands == set(BANDS)


def test_there_are_lessons_for_every_class() -> None:
    lessons = CURRICULUM.in_use(Lesson)
    assert len(lessons) >= 64
    assert all(sum(one.band == band for one in lessons) >= 14 for band in BANDS)
    assert sum(one.device_model == "none" for one in lessons) >= 24
    assert sum(len(one.subjects) > 1 for one in lessons) >= 10


def test_every_outcome_is_taught_and_assessed() -> None:
    codes = [one.outcome.code for one in CURRICULUM.placed if one.in_use]
    assert [one for one in codes if one not in CURRICULUM.taught] == []
    assert [one for one in codes if one not in CURRICULUM.assessed] == []


def test_every_strand_has_a_unit_in_every_band_and_upper_bands_have_projects() -> None:
    units = Counter((one.band, one.strand) for one in CURRICULUM.in_use(Unit))
    wanted = {(band, strand.id) for band in BANDS for strand in CURRICULUM.strands}
    assert wanted - units.keys() == set()
    assert all(units[band, None] >= 2 for band in ("6-8", "9-12"))


@pytest.fixture
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the real project with one more lesson: a real one under a new name."""
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    build.lend(ROOT, tmp_path)
    for folder in FOLDERS:
        ignored = shutil.ignore_patterns("translations")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignored)
    words = (ROOT / ORIGINAL).read_text("utf-8")
    changed = re.sub(r"(?m)^id: second-source$", "id: planted-fault", words)
    assert changed != words
    (tmp_path / COPY).write_text(changed, "utf-8")
    unit = tmp_path / "curriculum/units/3-5-evaluate.yml"
    stop = "lessons:\n  - {id: planted-fault, when: Week 9., why: It is planted.}\n"
    unit.write_text(unit.read_text("utf-8").replace("lessons:\n", stop), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / COPY


def _check() -> tuple[int, list[dict[str, str | int]]]:
    result = CliRunner().invoke(cli.main, ["check", "--format", "json", COPY])
    return result.exit_code, json.loads(result.output)["findings"]


def test_a_copy_of_a_lesson_is_no_error(planted: Path) -> None:
    assert _check() == (0, [])


def test_a_planted_grade_band_fault_is_found(planted: Path) -> None:
    words = planted.read_text("utf-8")
    faulty = re.sub(r"(?m)^teaches: \[.*\]$", "teaches: [3-5.EVA.1, 9-12.EVA.1]", words)
    assert faulty != words
    planted.write_text(faulty, "utf-8")
    line = faulty.splitlines().index("teaches: [3-5.EVA.1, 9-12.EVA.1]") + 1
    code, (finding, *others) = _check()
    assert code == 1
    assert others == []
    assert finding["rule"] == "outcome-of-another-band"
    assert (finding["path"], finding["line"], finding["column"]) == (COPY, line, 22)
    assert finding["message"] == "9-12.EVA.1 is an outcome of band 9-12, not 3-5"
