"""The figures of the page on what we promise are those of the run, and nothing else."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import promises
import pytest


def report(*told: tuple[str, Any], when: str = "call", failed: bool = False) -> Any:
    return SimpleNamespace(user_properties=list(told), when=when, failed=failed)


def rows(*reports: Any) -> dict[str, tuple[str, int]]:
    figures = promises.Figures()
    for one in reports:
        figures.add(one)
    names = list(promises.TOLD)
    return {name: row[1:] for name, row in zip(names, figures.rows(), strict=True)}


def test_cases_of_one_name_add_up() -> None:
    words = ("promise", "hostile-words")
    told = rows(
        report(words, ("tried", ("shapes", 300)), ("tried", ("plantings", 1000))),
        report(words, ("tried", ("plantings", 234))),
        report(words),
    )
    assert told["hostile-words"] == ("shapes: 300; plantings: 1,234; tests: 1", 0)
    assert told["policy"] == ("nothing", 0)


def test_a_test_counts_once_whatever_it_says_before_and_after() -> None:
    words = ("promise", "policy")
    told = rows(*(report(words, when=when) for when in ("setup", "call", "teardown")))
    assert told["policy"] == ("tests: 1", 0)


@pytest.mark.parametrize("when", ["setup", "call", "teardown"])
def test_a_failure_anywhere_is_a_failure(when: str) -> None:
    assert rows(report(("promise", "policy"), when=when, failed=True))["policy"][1] == 1


def test_the_page_names_every_promise_and_what_is_left_open() -> None:
    page = promises.Figures().page()
    for told in promises.TOLD.values():
        assert f"| {told['promise']} |" in page
        assert told.get("open", "") in page
