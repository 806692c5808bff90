"""The accessibility statement says what tests do, and where no test looks."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import promises
import pytest

from builder import build, evaluation

TESTS = Path(__file__).parent
CRITERIA = re.compile(r"^@pytest\.mark\.criteria\(([^)]*)\)$", re.MULTILINE)
TOLD_BY_ITSELF = ("axe",)  # test_accessibility.py asks axe for the tags of its rules


@pytest.mark.parametrize("name", evaluation.METHODS)
def test_each_method_is_a_promise_that_tests_are_marked_with(name: str) -> None:
    assert name in promises.TOLD
    mark = re.compile(rf'pytest\.mark\.promise\("{name}"\)')
    assert any(mark.search(file.read_text("utf-8")) for file in TESTS.rglob("test_*.py"))


@pytest.mark.parametrize("name", [one for one in evaluation.METHODS if one not in TOLD_BY_ITSELF])
def test_a_method_claims_the_criteria_that_its_tests_say_they_look_at(name: str) -> None:
    marked = set[str]()
    for file in TESTS.rglob("test_*.py"):
        for words in CRITERIA.findall(file.read_text("utf-8")):
            method, *numbers = re.findall(r'"([^"]*)"', words)
            marked |= set(numbers) if method == name else set()
    assert marked == set(evaluation.METHODS[name].criteria)


def test_a_criterion_is_either_looked_at_or_said_to_be_left() -> None:
    tested = [number for method in evaluation.METHODS.values() for number in method.criteria]
    assert len(evaluation.CRITERIA) == 31 + 24  # WCAG 2.2 has so many at level A and at AA
    assert set(tested) | set(evaluation.untested()) == set(evaluation.CRITERIA)
    assert not set(tested) & set(evaluation.untested())
    name, url = evaluation.untested()["3.3.4"]
    assert name == "Error Prevention (Legal, Financial, Data)"
    assert url.endswith("/Understanding/error-prevention-legal-financial-data.html")


def test_the_statement_tells_all_of_it_in_every_language() -> None:
    site = build.unchecked(TESTS.parent)
    address = next(one for one in site.addresses if one.path == "accessibility/")
    told = [*evaluation.untested(), *map(str, evaluation.WIDTHS), site.settings.district.phone]
    told += [number for method in evaluation.METHODS.values() for number in method.criteria]
    for language in site.settings.languages:
        html = unescape(site.page(language.id, address).html)
        words = re.sub("<[^>]+>", "", html)
        assert not [one for one in told if not re.search(rf"(?<!\d){re.escape(one)}(?!\d)", words)]
        assert "{" not in words
        assert language.id == "en" or "With every change" not in words
