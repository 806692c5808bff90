"""`pytest curriculum progression` in any project: each file is a test and fails with its errors."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]
GUIDE = "curriculum/guides/3-5.yml"


def run(district: Path, pytester: pytest.Pytester, *words: str) -> pytest.RunResult:
    given = () if "builder.testing" in _loaded(pytester) else ("-p", "builder.testing")
    return pytester.runpytest_subprocess(*given, f"--rootdir={district}", *words)


def _loaded(pytester: pytest.Pytester) -> set[str]:
    manager = pytester._request.config.pluginmanager
    return {getattr(one, "__name__", "") for one in manager.get_plugins()}


def test_every_file_is_an_item(district: Path, pytester: pytest.Pytester) -> None:
    files = [*(district / "curriculum").rglob("*.yml"), *(district / "progression").rglob("*.yml")]
    done = run(district, pytester, f"{district}/curriculum", f"{district}/progression")
    done.assert_outcomes(passed=len(files))


def test_an_item_fails_with_the_finding(district: Path, pytester: pytest.Pytester) -> None:
    words = (district / GUIDE).read_text("utf-8")
    (district / GUIDE).write_text(words.replace("summary:", "sumary:"), "utf-8")
    done = run(district, pytester, f"{district}/curriculum/guides")
    done.assert_outcomes(failed=1, passed=3)
    done.stdout.fnmatch_lines(
        [
            "*curriculum/guides/3-5.yml:*: error: no such field “sumary” [[]invalid-field[]]",
            "*| sumary: *",
            "*= Did you mean “summary”?*",
        ]
    )
    assert "Traceback" not in done.stdout.str()


def test_a_warning_fails_nothing(district: Path, pytester: pytest.Pytester) -> None:
    path = district / "curriculum/lessons/3-5/two-sources.yml"
    words = path.read_text("utf-8")
    path.write_text(words.replace("minutes: 12", "minutes: 16"), "utf-8")
    run(district, pytester, str(path)).assert_outcomes(passed=1)


def test_other_yaml_is_left_alone(district: Path, pytester: pytest.Pytester) -> None:
    (district / "other.yml").write_text("a: b: c", "utf-8")
    done = run(district, pytester, f"{district}/other.yml", f"{district}/mkdocs.yml")
    done.assert_outcomes()
