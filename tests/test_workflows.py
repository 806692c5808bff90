"""The workflows: what runs a pull request's code has nothing to lose, what may write runs none."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder import settings

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / ".github/workflows").iterdir())
GOLDEN = ROOT / "tests/proposal/comment.md"
PINNED = re.compile(r"uses: (actions/[a-z-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$")
# Each taken from the action's own repository: the commit that the tag of the release names.
RELEASES = {
    ("actions/checkout", "v7.0.1"): "3d3c42e5aac5ba805825da76410c181273ba90b1",
    ("actions/download-artifact", "v8.0.1"): "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c",
    ("actions/upload-artifact", "v7.0.0"): "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f",
}
NEEDED = {
    ("check.yml", "check"): {"contents": "read"},
    ("comment.yml", "comment"): {"actions": "read", "pull-requests": "write"},
    ("comment.yml", "preview"): {"actions": "read", "pull-requests": "read"},
    ("publish.yml", "publish"): {"contents": "write"},
}


def read(file: Path) -> dict[Any, Any]:
    told: dict[Any, Any] = yaml.safe_load(file.read_text("utf-8"))
    return told


def events(file: Path) -> set[str]:
    return set(read(file)[True])  # YAML 1.1 reads `on` as true


def steps(file: Path) -> Iterator[dict[str, Any]]:
    for job in read(file)["jobs"].values():
        yield from job["steps"]


def named(name: str) -> Path:
    return ROOT / ".github/workflows" / name


def test_these_are_the_workflows() -> None:
    assert [file.name for file in FILES] == sorted({name for name, _ in NEEDED})
    assert [events(file) for file in FILES] == [{"pull_request"}, {"workflow_run"}, {"push"}]


@pytest.mark.promise("workflows")
@pytest.mark.parametrize("file", FILES, ids=lambda one: one.name)
def test_every_action_is_pinned_by_the_hash_of_its_release(file: Path) -> None:
    used = [line for line in file.read_text("utf-8").splitlines() if "uses:" in line]
    for line in used:
        found = PINNED.search(line)
        assert found, line
        assert RELEASES[found[1], found[3]] == found[2]
    assert len(used) == sum("uses" in one for one in steps(file))


@pytest.mark.promise("workflows")
@pytest.mark.parametrize("file", FILES, ids=lambda one: one.name)
def test_a_job_may_do_what_it_needs_and_no_more(file: Path) -> None:
    told = read(file)
    for name, job in told["jobs"].items():
        assert job.get("permissions", told["permissions"]) == NEEDED[file.name, name]
        assert job["timeout-minutes"] <= 60
        assert job["runs-on"] == "ubuntu-24.04", "a machine that is thrown away afterwards"
        assert not {"container", "services", "uses", "secrets"} & set(job)
    assert "write" not in told["permissions"].values()


@pytest.mark.promise("workflows")
@pytest.mark.parametrize("file", FILES, ids=lambda one: one.name)
def test_no_words_of_an_event_become_a_program(file: Path) -> None:
    """A title or the name of a branch reaches a step as a variable, never as part of it."""
    for step in steps(file):
        assert "${{" not in step.get("run", "")
    assert "pull_request_target" not in file.read_text("utf-8")
    assert not re.search(
        r"\$\{\{[^}]*(title|body|head\.ref|head_ref|head_branch)", file.read_text()
    )


@pytest.mark.promise("workflows")
def test_what_runs_the_code_of_a_pull_request_has_no_secret() -> None:
    """Nothing is put in but a number and an address, so no secret is, however it is written."""
    words = named("check.yml").read_text("utf-8")
    put_in = {one.strip() for one in re.findall(r"\$\{\{(.*?)\}\}", words, re.DOTALL)}
    assert put_in == {"github.event.pull_request.number", "vars.PREVIEW_URL"}
    assert not re.search(r"GITHUB_TOKEN|id-token|cache", words)
    checkouts = [one for one in steps(named("check.yml")) if "checkout" in one.get("uses", "")]
    assert [one["with"]["persist-credentials"] for one in checkouts] == [False]


@pytest.mark.promise("workflows")
def test_what_may_write_runs_nothing_of_the_pull_request() -> None:
    """No file of it is there: nothing is checked out, and what was handed on is only read."""
    runs = r"checkout|git (clone|pull|submodule)|\.venv|\b(make|pip|npm|eval|source)\b|bootstrap"
    handed_on = r"(^|[;&|(]|\b(ba)?sh|\bpython3?|\.) *\.?/?(comment|preview|beside)/"
    for step in steps(named("comment.yml")):
        assert "checkout" not in step.get("uses", "")
        for line in step.get("run", "").splitlines():
            assert not re.search(runs, line.strip()), line
            assert not re.search(handed_on, line.strip()), line


@pytest.mark.promise("workflows")
def test_the_one_secret_is_for_another_host_and_reaches_one_step() -> None:
    found = {
        file.name: re.findall(r"\bsecrets\b[^\s}]*", file.read_text("utf-8")) for file in FILES
    }
    assert found == {"check.yml": [], "comment.yml": ["secrets.PREVIEW_TOKEN"], "publish.yml": []}
    holders = [one for one in steps(named("comment.yml")) if "secrets." in str(one.get("env"))]
    assert [set(re.findall(r"secrets\.(\w+)", str(one))) for one in holders] == [{"PREVIEW_TOKEN"}]


def looked_at(folder: Path, number: bytes, comment: bytes, preview: str) -> str | None:
    """What the step lets be written, None where it refuses all."""
    (folder / "comment").mkdir()
    (folder / "comment/number").write_bytes(number)
    (folder / "comment/comment.md").write_bytes(comment)
    script = next(one["run"] for one in steps(named("comment.yml")) if one.get("shell") == "python")
    own = {**os.environ, "PREVIEW_URL": preview}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, env=own, check=False, capture_output=True
    )
    assert b"Traceback" not in done.stderr or b"UnicodeDecodeError" in done.stderr
    return None if done.returncode else (folder / "comment/comment.md").read_text("utf-8")


PREVIEW = "https://preview.example.org"


def test_a_report_passes_as_it_is(tmp_path: Path) -> None:
    told = looked_at(tmp_path, b"7\n", GOLDEN.read_bytes(), PREVIEW)
    assert told == "<!-- curriculum report -->\n" + GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("number", [b"", b"0\n", b"7", b"7; rm\n", b"-1\n", b"7\n8\n", b"1" * 13])
def test_an_odd_number_stops_it(tmp_path: Path, number: bytes) -> None:
    assert looked_at(tmp_path, number, b"## Hello\n", PREVIEW) is None


@pytest.mark.parametrize("comment", [b"\xff\xfe", b"x" * 200_001], ids=["bytes", "long"])
def test_what_is_no_text_or_too_long_stops_it(tmp_path: Path, comment: bytes) -> None:
    assert looked_at(tmp_path, b"7\n", comment, PREVIEW) is None


@pytest.mark.promise("workflows")
@pytest.mark.parametrize(
    "words",
    [
        "@all look",
        "&#64;all look",
        "a \\@all look",
        "see #12",
        "[here](https://evil.example/)",
        "[here](https://preview.example.org.evil.example/pr-7/)",
        "[here][1]\n\n[1]: //evil.example",
        "![](https://preview.example.org/pr-7/x.png)",
        "<img src=//evil.example>",
        "<a href='//evil.example'>x</a>",
        "<del onclick=x>",
        "<!-- hidden -->",
        "https://evil.example/",
        "www.evil.example",
        "`code`",
        "x" * 65_001,
    ],
)
def test_what_no_report_says_is_not_written(tmp_path: Path, words: str) -> None:
    told = looked_at(tmp_path, b"7\n", f"## What\n\n{words}\n".encode(), PREVIEW)
    assert told is not None
    assert "cannot be shown here" in told
    assert words not in told


def test_without_a_preview_no_link_passes(tmp_path: Path) -> None:
    told = looked_at(tmp_path, b"7\n", b"## What\n\n[here](/pr-7/)\n", "")
    assert told
    assert "cannot be shown" in told


FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[!c]*.yml"))


@pytest.mark.parametrize("file", FORMS, ids=lambda one: one.stem)
def test_a_form_asks_for_little_and_each_question_is_whole(file: Path) -> None:
    told = read(file)
    assert {"name", "description", "title", "labels", "body"} == set(told)
    asked = [one for one in told["body"] if one["type"] != "markdown"]
    assert len({one["id"] for one in asked}) == len(asked) <= 6
    for one in asked:
        assert one["attributes"]["label"]
        options = one["attributes"].get("options")
        assert (options is not None) is (one["type"] == "dropdown")
        assert all(isinstance(option, str) for option in options or ())


def test_a_mistake_can_be_told_in_every_language_of_the_site() -> None:
    district, _ = settings.load(ROOT)
    assert district
    form = read(ROOT / ".github/ISSUE_TEMPLATE/translation.yml")
    options = next(one for one in form["body"] if one.get("id") == "language")["attributes"][
        "options"
    ]
    assert [one.partition(" (")[0] for one in options] == [
        *(one.name for one in district.languages),
        "Another",
    ]


@pytest.mark.parametrize("path", [".github/workflows", "overrides", "builder", ".ci", "tests"])
def test_what_runs_stays_with_maintainers(path: str) -> None:
    rows = [line.split() for line in (ROOT / ".github/CODEOWNERS").read_text("utf-8").splitlines()]
    kept = [row[0].strip("/") for row in rows if row and row[0] != "#" and row[1:]]
    assert any(path == one or path.startswith(f"{one}/") for one in kept)
    assert (ROOT / path).exists()
