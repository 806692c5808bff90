"""`check --changed-since REV`: what a change touches, and what it breaks elsewhere."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from projects import edit

from builder import changes, cli
from builder.git import GitError

LESSON = "curriculum/lessons/3-5/two-sources.yml"
TERM = "curriculum/glossary/claim.yml"


@pytest.fixture
def root(district: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample district as a git repository with one commit, in a folder of a larger one."""
    above = district.parent
    for words in (
        ("init", "-q"),
        ("add", "."),
        ("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "first"),
    ):
        subprocess.run(["git", "-C", str(above), *words], check=True)
    monkeypatch.chdir(district)
    return district


def said(*words: str) -> list[tuple[str, str]]:
    done = CliRunner().invoke(cli.main, ["check", "--format", "json", *words])
    assert done.exit_code in (0, 1), done.output
    return [(one["path"], one["rule"]) for one in json.loads(done.output)["findings"]]


def test_nothing_changed(root: Path) -> None:
    assert said("--changed-since", "HEAD") == []


def test_what_was_there_before_is_not_told_again(root: Path) -> None:
    edit(root, LESSON, "minutes: 12", "minutes: 16")
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qam", "x"],
        check=True,
    )
    assert (LESSON, "overlong-segment") in said()
    assert said("--changed-since", "HEAD") == []
    assert (LESSON, "overlong-segment") in said("--changed-since", "HEAD~1")


def test_a_changed_file_is_told_whole(root: Path) -> None:
    edit(root, LESSON, "minutes: 12", "minutes: 16")
    assert {path for path, _ in said("--changed-since", "HEAD")} == {LESSON}


def test_what_a_change_breaks_elsewhere(root: Path) -> None:
    (root / "curriculum/glossary/source.yml").unlink()
    broken = said("--changed-since", "HEAD")
    assert (LESSON, "unknown-id") in broken
    assert set(broken) == {one for one in said() if one[1] != "incomplete-language"}


def test_a_new_file_counts_before_it_is_added_to_git(root: Path) -> None:
    (root / "curriculum/glossary/new.yml").write_text("id: new\n", "utf-8")
    assert ("curriculum/glossary/new.yml", "invalid-field") in said("--changed-since", "HEAD")


def test_a_revision_that_git_does_not_know(root: Path) -> None:
    for revision in ("no-such", "--output=x", "HEAD~9"):
        done = CliRunner().invoke(cli.main, ["check", f"--changed-since={revision}"])
        assert done.exit_code == 2
        assert revision in done.output
    assert not (root / "x").exists()


def test_a_state_that_finds_no_room_is_no_unknown_revision(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git's own words say why, and the code that the curriculum is not at fault."""

    def full(root: Path, commit: str, to: Path) -> None:
        raise GitError("fatal: write error: No space left on device")

    monkeypatch.setattr(changes, "lay_out", full)
    for words in (
        ["check", "--changed-since", "HEAD"],
        ["diff", "HEAD"],
        ["report", "--base", "HEAD"],
    ):
        done = CliRunner().invoke(cli.main, words)
        assert done.exit_code == 2, words
        assert done.output == "Error: fatal: write error: No space left on device\n"


def test_the_day_is_that_of_the_last_commit(root: Path, tmp_path: Path) -> None:
    told = subprocess.run(
        ["git", "log", "-1", "--format=%cs"], cwd=root, capture_output=True, text=True, check=True
    )
    assert changes.day(root) == date.fromisoformat(told.stdout.strip())


def test_no_day_without_git(tmp_path: Path) -> None:
    assert changes.day(tmp_path) is None


def test_a_day_is_written_in_one_way(root: Path) -> None:
    done = CliRunner().invoke(cli.main, ["check", "--today", "22.11.2026"])
    assert done.exit_code == 2
    assert "2026-11-22" in done.output
