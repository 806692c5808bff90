"""Editions on the publishing branch: what is put there stays, and the list fits what is there."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import projects
import publishing
import pytest
from click.testing import CliRunner, Result
from publishing import git, listing, litter, released, repository, site

from builder import cli, settings
from builder.editions import Branch, FaultError, VersionsError, publish, read, repair
from builder.editions.versions import listed, may_be_named, parse, written
from builder.git import GitError


@pytest.fixture
def project_(tmp_path: Path) -> Path:
    return repository(tmp_path / "project")


@pytest.mark.parametrize(
    "name",
    ["versions.json", "<b>", "../2026-27", "2026-28", "2026-27\n", "latest", "", "２０26-27"],
)
def test_an_odd_name_is_no_edition(name: str) -> None:
    assert not may_be_named(name)


@pytest.mark.parametrize("name", ["2026-27", "2099-00", "next"])
def test_a_school_year_is_an_edition(name: str) -> None:
    assert may_be_named(name)


def test_what_is_released_later_changes_no_file_of_an_edition(project_: Path) -> None:
    released(project_, "2026-27")
    first = {path: blob for path, blob in listing(project_).items() if path.startswith("2026-27/")}
    assert len(first) == 6
    for number in range(27, 47):
        released(project_, f"20{number}-{number + 1}", "next")
        now = listing(project_)
        assert {path: blob for path, blob in now.items() if path in first} == first
    assert git(project_, "rev-parse", f"{publishing.BRANCH}:latest") == git(
        project_, "rev-parse", f"{publishing.BRANCH}:2046-47"
    )
    git(project_, "fsck", "--strict")
    assert litter(project_) == []


def test_an_edition_is_released_once(project_: Path) -> None:
    on = released(project_, "2026-27")
    before = git(project_, "rev-parse", on.ref)
    other = site(project_.parent / "other", "2026-27", words="other")
    with pytest.raises(FaultError, match="stays as it is"):
        publish(on, "2026-27", other, "0" * 40)
    assert git(project_, "rev-parse", on.ref) == before


def test_before_the_first_release_the_latest_is_what_comes_next(project_: Path) -> None:
    on = released(project_, "next")
    assert read(on.repository, on.tip()).latest == "next"
    assert listing(project_)["latest/index.html"]
    released(project_, "2026-27")
    assert read(on.repository, on.tip()).latest == "2026-27"


def test_an_older_edition_released_late_is_not_the_current_one(project_: Path) -> None:
    on = released(project_, "2026-27", "2025-26")
    found = read(on.repository, on.tip())
    assert found.latest == "2026-27"
    assert [one.version for one in found.versions] == ["2026-27", "2025-26"]


GOOD = [
    {"version": "2027-28", "title": "2027-28", "aliases": ["latest"]},
    {"version": "2026-27", "title": "2026-27", "aliases": []},
]
BROKEN: dict[str, bytes] = {
    "nothing": b"",
    "no JSON": b"[{]",
    "no UTF-8": b'[{"version": "\xff"}]',
    "an object": b"{}",
    "a number": b"7",
    "NaN in it": b"[NaN]",
    "too deep": b"[" * 100_000,
    "too long": b" " * 1_000_001 + b"[]",
    "an item that is a word": b'["2026-27"]',
    "a key twice": b'[{"version": "2026-27", "version": "2027-28", "title": "", "aliases": []}]',
    "no version": json.dumps([{"title": "2026-27", "aliases": []}]).encode(),
    "a number for a version": json.dumps([{**GOOD[0], "version": 2027}]).encode(),
    "markup for a version": json.dumps([{**GOOD[0], "version": "<b>", "title": "<b>"}]).encode(),
    "a path": json.dumps([{**GOOD[0], "version": "../x", "title": "../x"}]).encode(),
    "another title": json.dumps([{**GOOD[0], "title": "<script>"}, GOOD[1]]).encode(),
    "no aliases": json.dumps([{"version": "2027-28", "title": "2027-28"}, GOOD[1]]).encode(),
    "an odd alias": json.dumps([{**GOOD[0], "aliases": ["stable"]}, GOOD[1]]).encode(),
    "no latest": json.dumps([{**GOOD[0], "aliases": []}, GOOD[1]]).encode(),
    "two latest": json.dumps([GOOD[0], {**GOOD[1], "aliases": ["latest"]}]).encode(),
    "twice": json.dumps([*GOOD, GOOD[1]]).encode(),
    "another field": json.dumps([{**GOOD[0], "hidden": True}, GOOD[1]]).encode(),
    "one missing": json.dumps(GOOD[:1]).encode(),
    "one too many": json.dumps(
        [*GOOD, {**GOOD[1], "version": "2020-21", "title": "2020-21"}]
    ).encode(),
    "the wrong latest": json.dumps(
        [{**GOOD[0], "aliases": []}, {**GOOD[1], "aliases": ["latest"]}]
    ).encode(),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_list_is_refused_and_can_be_repaired(project_: Path, data: bytes) -> None:
    on = released(project_, "2026-27", "2027-28")
    good = listing(project_)
    put(project_, "versions.json", data)
    broken = git(project_, "rev-parse", on.ref)
    with pytest.raises(FaultError, match=r"(versions\.json) cannot be used: .+\. Nothing was"):
        released(project_, "2028-29")
    assert git(project_, "rev-parse", on.ref) == broken
    _, mended = repair(on)
    assert mended
    assert listing(project_) == good
    assert repair(on)[1] is False


def put(root: Path, path: str, data: bytes) -> None:
    """Put a file on the branch by hand."""
    work = root.parent / "by hand"
    git(root, "worktree", "add", "-q", str(work), publishing.BRANCH)
    (work / path).write_bytes(data)
    git(work, "add", ".")
    git(work, "commit", "-qm", "by hand")
    git(root, "worktree", "remove", "--force", str(work))


def test_a_list_that_is_gone_is_written_anew(project_: Path) -> None:
    on = released(project_, "2026-27", "next")
    good = listing(project_)
    put(project_, "x.txt", b"x")
    git(project_, "worktree", "add", "-q", str(project_.parent / "w"), publishing.BRANCH)
    git(project_.parent / "w", "rm", "-q", "versions.json", "x.txt")
    git(project_.parent / "w", "commit", "-qm", "gone")
    git(project_, "worktree", "remove", str(project_.parent / "w"))
    with pytest.raises(FaultError, match="has no versions"):
        read(on.repository, on.tip())
    repair(on)
    assert listing(project_) == good


def test_a_branch_that_somebody_looks_at_is_not_moved(project_: Path) -> None:
    released(project_, "2026-27")
    git(project_, "worktree", "add", "-q", str(project_.parent / "w"), publishing.BRANCH)
    with pytest.raises(GitError, match="is checked out"):
        Branch.at(project_)


def test_a_list_reads_back_as_it_was_written() -> None:
    told = listed(["2025-26", "next", "2026-27"])
    assert [one.version for one in told] == ["next", "2026-27", "2025-26"]
    assert parse(written(told)) == told
    with pytest.raises(VersionsError):
        parse(written(told[:1]))


# The command, on the sample district.


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample district as a repository, with one edition released and committed."""
    root = projects.make(tmp_path_factory.mktemp("editions") / "project")
    (root / ".gitignore").write_text(".cache/\n/site/\n.site-*/\n", "utf-8")
    git(root, "init", "-q", "-b", "main")
    return root


def commit(root: Path, words: str = "changed") -> str:
    """Commit everything; the commit."""
    git(root, "add", "-A")
    git(root, "commit", "-qm", words)
    return git(root, "rev-parse", "HEAD")


def run(*words: str) -> Result:
    """The command `curriculum`."""
    return CliRunner().invoke(cli.main, list(words))


def test_a_school_year_is_frozen_and_the_next_one_begins(root: Path) -> None:
    commit(root, "first")
    (root / "curriculum/home/home.yml").write_text("id: [", "utf-8")  # not committed: not built
    done = run("release", "2026-27")
    assert done.exit_code == 0, done.output
    assert "The edition 2026-27 is released. The current one is 2026-27." in done.output
    snapshot = root / "curriculum/editions/2026-27.json"
    assert snapshot.read_text("utf-8") == git(root, "show", "gh-pages:2026-27/edition.json") + "\n"
    page = git(root, "show", "gh-pages:2026-27/es/lessons/two-sources/index.html")
    assert 'href="https://sample.example.org/latest/es/lessons/two-sources/"' in page
    assert 'href="../../../../latest/es/lessons/two-sources/"' in page, "the way without script"
    first = git(root, "rev-parse", "gh-pages:2026-27")
    git(root, "checkout", "-q", "curriculum/home/home.yml")
    again = run("release", "2026-27")
    assert (again.exit_code, "stays as it is" in again.output) == (0, True)
    wrong = run("release", "2027-28")
    assert wrong.exit_code == 1
    assert 'Write `edition: "2027-28"` into curriculum/district.yml' in wrong.output
    projects.edit(root, "curriculum/district.yml", '"2026-27"', '"2027-28"')
    commit(root, "the next year")
    assert run("publish").exit_code == 0
    assert run("release", "2027-28").exit_code == 0
    assert git(root, "rev-parse", "gh-pages:2026-27") == first
    assert run("editions").output == "next\n2027-28  latest\n2026-27\n"
    assert litter(root) == []


@pytest.mark.parametrize("name", ["versions.json", "<b>", "latest", "next", "2026-28"])
def test_the_command_refuses_an_odd_name(root: Path, name: str) -> None:
    done = run("release", name)
    assert done.exit_code == 2
    assert "is no school year, such as 2026-27" in done.output


def test_a_snapshot_that_a_killed_run_did_not_write_is_written_by_the_next(root: Path) -> None:
    commit(root, "first")
    assert run("release", "2026-27").exit_code == 0
    file = root / "curriculum/editions/2026-27.json"
    data = file.read_bytes()
    file.unlink()
    assert run("editions", "repair").exit_code == 0
    assert file.read_bytes() == data


def test_an_error_in_the_curriculum_publishes_nothing(root: Path) -> None:
    (root / "curriculum/home/home.yml").write_text("id: [", "utf-8")
    commit(root, "broken")
    done = run("publish")
    assert done.exit_code == 1
    assert "Nothing was published." in done.output
    assert run("editions").output == "Nothing is published on gh-pages yet.\n"


def test_a_machine_that_hinders_is_no_error_in_the_curriculum(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(root, "first")

    def full(*_: object, **__: object) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device", "a\u202eb")

    monkeypatch.setattr("builder.plugin.run._build", full)
    for words in (["publish"], ["release", "2026-27"], ["build"]):
        done = run(*words)
        assert done.exit_code == 2
        assert "The disk is full (a·b). Make room" in done.output


def test_the_settings_name_a_school_year(root: Path) -> None:
    projects.edit(root, "curriculum/district.yml", '"2026-27"', '"2026-29"')
    told, findings = settings.load(root)
    assert told is None
    assert "two years that follow each other" in findings[0].message
