"""Each rule finds what its cases say, where they say it, and is silent where it should be."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import projects
import pytest
from cases import Case, case_files, cases, read_cases
from conftest import SAMPLE

from builder import build, settings
from builder.model import curriculum as model
from builder.model.curriculum import Curriculum
from builder.model.entries import Loaded
from builder.model.lesson import Lesson
from builder.rules import Rule, check, every, found, misset, named
from builder.settings import Settings
from builder.source import parse
from builder.sources import Sources
from builder.translations import Catalogs
from builder.validation import validate

RULES = every()
HEADINGS = ("Why", "How to mend", "Source", "Limits")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample district with its memory, which each case changes and leaves as it was.

    So only what a case changes is parsed, as in any project after an edit.
    """
    root = projects.sample(tmp_path_factory.mktemp("rules") / "district")
    sources = Sources(root)
    assert not model.load(root, sources).findings
    sources.save()
    return root


@pytest.mark.parametrize("case", cases(), ids=str)
def test_a_case(case: Case, shared: Path) -> None:
    one = named(case.rule)
    assert one is not None
    with case.tried(shared):
        curriculum = model.load(shared)
        assert {one.path for one in curriculum.findings} == set(case.unread), curriculum.findings
        own = _settings(case, shared)
        said = sorted(found([one], curriculum, own, Catalogs(shared), case.today))
        places = [(finding.path, finding.line, finding.column) for finding in said]
    assert places == case.expected
    for finding, expected in zip(said, case.finds, strict=True):
        assert expected.says in finding.message
        assert finding.hint


# Rules about names and circles look at retired documents too: their addresses still stand.
ALSO_RETIRED = {
    *("unknown-id", "duplicate-id", "mismatched-id", "circular-prerequisites"),
    *("builds-on-cycle", "builds-on-later-band", "missing-band", "unexplained-retirement"),
}


@pytest.mark.parametrize(
    "case", [one for one in cases() if one.finds and one.rule not in ALSO_RETIRED], ids=str
)
def test_a_retired_document_is_left_alone(case: Case, shared: Path) -> None:
    one = named(case.rule)
    assert one is not None
    paths = {path for path, _, _ in case.expected}
    with case.tried(shared):
        loaded = [
            replace(entry, document=entry.document.model_copy(update={"status": "retired"}))
            if entry.path in paths
            else entry
            for entry in model.load(shared).loaded
        ]
        own = _settings(case, shared)
        said = found([one], Curriculum(tuple(loaded)), own, None, case.today)
    assert paths & {finding.path for finding in said} == set()


def _settings(case: Case, root: Path) -> Settings:
    changed = "curriculum/district.yml" in {*case.files, *case.edit}
    own, findings = settings.load(root) if changed else (_sample()[1], ())
    assert own is not None, findings
    given = {name: str(value) for name, value in case.options.items()}
    return own.model_copy(update={"rules": {case.rule: given}})


@cache
def _sample() -> tuple[Curriculum, Settings]:
    district, findings = settings.load(SAMPLE)
    assert district is not None, findings
    return model.load(SAMPLE), district


def test_the_sample_district_is_clean() -> None:
    assert check(*_sample()) == ()


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.name)
def test_a_rule_has_a_case_that_speaks_and_one_that_is_silent(one: Rule) -> None:
    folder, name = one.family.replace("-", "_"), one.name.replace("-", "_")
    file = Path(__file__).parent / "rules" / folder / f"{name}.yml"
    assert file.is_file(), f"write {file}"
    own = read_cases(file)
    assert any(case.finds for case in own), "one case must find something"
    assert any(not case.finds for case in own), "one case must find nothing"


@pytest.mark.parametrize("file", case_files(), ids=lambda file: file.stem)
def test_a_case_file_has_a_rule(file: Path) -> None:
    one = named(file.stem.replace("_", "-"))
    assert one is not None
    assert one.family.replace("-", "_") == file.parent.name


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.name)
def test_a_rule_has_a_name_and_a_page(one: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", one.name)
    assert not re.match(r"(no|not|disallow|forbid|check)-", one.name), "a name reads after “allow”"
    assert re.fullmatch(r"[A-Z“].{10,98}\.", one.summary)
    headings = re.findall(r"^\*\*([^*]+)\.\*\* \S", one.page, re.MULTILINE)
    assert headings in ([*HEADINGS], [*HEADINGS[:3]])


@pytest.mark.parametrize("path", sorted(entry.path for entry in _sample()[0].loaded))
def test_no_rule_stumbles_over_a_missing_or_broken_file(path: str) -> None:
    curriculum, district = _sample()
    rest = tuple(entry for entry in curriculum.loaded if entry.path != path)
    kind = model.kind_of(path)
    assert kind is not None
    _, broken = validate(kind, parse(b"id: Nothing else", path))
    for findings in ((), broken):
        said = check(Curriculum(rest, findings), district)
        assert set(findings) <= set(said)


def test_a_broken_file_brings_no_errors_elsewhere() -> None:
    curriculum, district = _sample()
    for entry in curriculum.loaded:
        rest = tuple(one for one in curriculum.loaded if one is not entry)
        _, broken = validate(type(entry.document), parse(b"id: Nothing else", entry.path))
        said = check(Curriculum(rest, broken), district)
        assert {finding.path for finding in said} == {entry.path}, said


def test_words_are_found_where_they_stand_now(district: Path) -> None:
    """Who serves the site while writing is told the place of today."""
    path, words = "curriculum/guides/3-5.yml", "At homework time, let"
    columns = []
    for now in ("An EL may let", "At homework time, an EL may let"):
        projects.edit(district, path, words, words := now)
        said = build.examine(district).findings
        columns += [one.column for one in said if one.rule == "unexplained-acronym"]
    assert columns[1] - columns[0] == len("At homework time, ")


def test_no_rule_stumbles_over_nothing() -> None:
    assert check(Curriculum(()), _sample()[1]) == ()


def test_findings_come_by_place_whatever_the_order_of_the_documents() -> None:
    curriculum, district = _sample()
    strands = {"understand", "evaluate"}
    rest = [entry for entry in curriculum.loaded if entry.document.id not in strands]
    said = check(Curriculum(tuple(rest)), district)
    assert len(said) > 8
    assert said == tuple(sorted(said))
    assert said == check(Curriculum(tuple(reversed(rest))), district)


def _misset(rules: str) -> list[tuple[int, int, str]]:
    text = (SAMPLE / "curriculum/district.yml").read_text("utf-8") + rules
    source = parse(text.encode(), "curriculum/district.yml")
    district, findings = validate(Settings, source)
    assert district is not None, findings
    return [(one.line, one.column, one.message) for one in misset(district, source)]


def test_settings_name_rules_and_options_that_exist() -> None:
    first = (SAMPLE / "curriculum/district.yml").read_text("utf-8").count("\n") + 2
    assert _misset("rules:\n  empty-cell: {fewest: 2}\n") == []
    assert _misset("rules:\n  empti-cell: {fewest: 2}\n") == [
        (first, 3, "there is no rule “empti-cell”")
    ]
    assert _misset("rules:\n  empty-cell: {most: 2, fewest: two}\n") == [
        (first, 16, "the rule has no option “most”; it has “fewest”"),
        (first, 25, "fewest needs a whole number, such as 8"),
    ]


def test_an_option_that_cannot_be_read_leaves_the_default() -> None:
    curriculum, district = _sample()
    odd = district.model_copy(update={"rules": {"empty-cell": {"fewest": "many", "x": "y"}}})
    assert check(curriculum, odd) == ()


def _excepted(until: str) -> Curriculum:
    """The sample with a segment that is too long, and an exception until a day."""
    words = (SAMPLE / TWO_SOURCES).read_text("utf-8").replace("minutes: 12", "minutes: 16")
    exception = f"exceptions: [{{rule: overlong-segment, reason: A block, until: {until}}}]"
    source = parse(f"{words}\n{exception}\n".encode(), TWO_SOURCES)
    lesson, findings = validate(Lesson, source)
    assert lesson is not None, findings
    others = [entry for entry in _sample()[0].loaded if entry.path != TWO_SOURCES]
    return Curriculum((*others, Loaded(lesson, source)))


TWO_SOURCES = "curriculum/lessons/3-5/two-sources.yml"


@pytest.mark.parametrize(
    ("today", "names"),
    [
        (None, set()),
        (date(2026, 6, 30), set()),
        (date(2026, 7, 1), {"overlong-segment", "expired-exception"}),
    ],
)
def test_an_exception_silences_its_warning_until_its_last_day(
    today: date | None, names: set[str]
) -> None:
    said = check(_excepted("2026-06-30"), _sample()[1], today=today)
    told = {one.rule for one in said if one.rule in ("overlong-segment", "expired-exception")}
    assert told == names
