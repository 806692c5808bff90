"""What we promise, counted as it is tested.

A test that proves a promise is marked with its name, and says how much it tried:

    @pytest.mark.promise("hostile-words")
    def test_nothing_runs(tried): tried("shapes of words", 312)

A figure of the same name adds up over all tests of the promise, so no case may be counted twice.
What says nothing counts as a test. `--promises` prints the table; `--promises-page FILE` writes the
page, which the run alone may do: its figures are those of the run.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

TOLD: Mapping[str, Mapping[str, str]] = yaml.safe_load(
    Path(__file__).with_name("promises.yml").read_text("utf-8")
)
"""Each promise by name: what we `promise`, what is left to people (`open`)."""

# `make trust` and `make faults` take the long round of what has one.
LONG = bool(os.environ.get("CURRICULUM_TRUST"))

Tried = Callable[[str, int], None]


class Figures:
    """What was tried for each promise, and what failed."""

    def __init__(self) -> None:
        self.tried: dict[str, Counter[str]] = defaultdict(Counter)
        self.failed: Counter[str] = Counter()

    def add(self, report: Any) -> None:
        """Count what a test, of this process or of another, says of itself."""
        told = [value for key, value in report.user_properties if key == "promise"]
        if not told:
            return
        if report.failed:
            self.failed.update(dict.fromkeys(told, 1))
        if report.when != "call":
            return
        counted = [value for key, value in report.user_properties if key == "tried"]
        for promise in told:
            for what, cases in counted or [("tests", 1)]:
                self.tried[promise][what] += cases

    def rows(self) -> Iterator[tuple[str, str, int]]:
        """Each promise in its order: its sentence, what was tried, how many tests failed."""
        for name, told in TOLD.items():
            tried = "; ".join(f"{what}: {many:,}" for what, many in self.tried[name].items())
            yield told["promise"], tried or NOTHING, self.failed[name]

    def page(self) -> str:
        """The page of the docs."""
        table = "\n".join(f"| {' | '.join(map(str, row))} |" for row in self.rows())
        left = "\n".join(f"- {told['open']}" for told in TOLD.values() if "open" in told)
        day = datetime.now(UTC).date().isoformat()
        return PAGE.format(day=day, table=table, left=left)


NOTHING = "nothing"
PAGE = """# What we promise and how it is tested

`make trust` wrote this page on {day}; every figure is of that run. A shorter form of the same
tests runs in `make test` for every change. A test is marked with the promise it proves.

| We promise | Tried | Failed |
|---|---|---|
{table}

## What no machine has tested

{left}
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Both are off in an ordinary run."""
    group = parser.getgroup("promises")
    group.addoption("--promises", action="store_true", help="print what was tried")
    group.addoption("--promises-page", type=Path, help="write the page of the docs")


def pytest_configure(config: pytest.Config) -> None:
    """A run counts into one place."""
    config.addinivalue_line("markers", "promise(name): proves a promise of tests/promises.yml")
    config.addinivalue_line(
        "markers", "criteria(method, number, …): looks at these success criteria of WCAG"
    )
    config.addinivalue_line("markers", "long: has no short round; `make trust` runs it")
    config.stash[KEPT] = Figures()
    config.pluginmanager.register(_Counting(config.stash[KEPT]))


KEPT = pytest.StashKey[Figures]()


class _Counting:
    def __init__(self, figures: Figures) -> None:
        self.figures = figures

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.figures.add(report)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A report travels between processes with its properties, not with its marks."""
    if not LONG:
        left = [one for one in items if one.get_closest_marker("long")]
        config.hook.pytest_deselected(items=left)
        items[:] = [one for one in items if one not in left]
    for item in items:
        for mark in item.iter_markers("promise"):
            if mark.args[0] not in TOLD:
                raise pytest.UsageError(f"{item.nodeid}: no such promise: {mark.args[0]}")
            item.user_properties.append(("promise", mark.args[0]))


@pytest.fixture
def tried(record_property: Callable[[str, object], None]) -> Tried:
    """Say how much a test tried: `tried("shapes of words", 312)`."""
    return lambda what, cases: record_property("tried", (what, cases))


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Print the table and write the page."""
    figures = config.stash[KEPT]
    if config.getoption("promises"):
        terminalreporter.section("What we promise: cases tried, tests failed")
        for promise, cases, failed in figures.rows():
            terminalreporter.write_line(f"{failed:>3} failed  {promise}\n            {cases}")
    if page := config.getoption("promises_page"):
        page.write_text(figures.page(), "utf-8")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A page may not promise what the run has not tried."""
    config = session.config
    if config.getoption("promises_page") and not hasattr(config, "workerinput"):
        rows = config.stash[KEPT].rows()
        if session.exitstatus == 0 and any(tried == NOTHING for _, tried, _ in rows):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
