"""What others left in the folders that the builder fills and empties is refused, never followed."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import projects
import pytest
from click.testing import CliRunner
from promises import Tried

from builder import changes, cli, files
from builder.plugin import SiteError, build_site
from builder.premises import ForeignError, is_own, refuse_foreign

pytestmark = pytest.mark.promise("files")

LESSON = "curriculum/lessons/3-5/two-sources.yml"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the project with something in it that nobody may touch."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "precious.txt").write_text("precious")
    return folder


def git(root: Path, *words: str) -> None:
    own = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false")
    subprocess.run(["git", "-C", str(root), *own, *words], check=True, capture_output=True)


def committed(root: Path) -> None:
    git(root, "init", "-q")
    git(root, "add", "-Af")
    git(root, "commit", "-qm", "all of it")


def untouched(outside: Path) -> bool:
    told = {one.name: one.read_text() for one in outside.iterdir()}
    return told == {"precious.txt": "precious"}


LINKED = (
    *(".cache", "site", ".site-next", ".site-copy", ".site-old", ".cache/trash", ".cache/spare"),
    *(".cache/docs", ".cache/publishing", ".cache/downloads/es", ".cache/templates"),
)


@pytest.mark.parametrize("path", LINKED)
def test_a_link_is_not_followed_by_any_build(district: Path, outside: Path, path: str) -> None:
    (district / path).parent.mkdir(parents=True, exist_ok=True)
    (district / path).symlink_to(outside)
    shutil.copytree(projects.ROOT / "overrides", district / "overrides")
    for build in (
        lambda: build_site(district),
        lambda: build_site(district, dirty=True),
    ):
        with pytest.raises(SiteError, match=f"^{path}: a link stands here"):
            build()
    assert untouched(outside)


def test_mkdocs_itself_follows_none(district: Path, outside: Path) -> None:
    (district / "site").mkdir()
    (district / "site/es").symlink_to(outside)
    done = subprocess.run(
        [str(Path(sys.executable).with_name("mkdocs")), "build", "--dirty"],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        cwd=district,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "site/es: a link stands here" in done.stderr
    assert untouched(outside)


@pytest.mark.parametrize("place", ["site/es", "site/index.html", ".cache/spare/es"])
def test_a_dirty_build_writes_through_no_link_within_a_site(
    project: Path, outside: Path, place: str
) -> None:
    if place.startswith(".cache"):
        shutil.copytree(project / "site", project / ".cache/spare")
    if (project / place).is_dir():
        shutil.rmtree(project / place)
    (project / place).unlink(missing_ok=True)
    (project / place).symlink_to(outside / "precious.txt" if "." in place[1:] else outside)
    projects.edit(project, LESSON, "A sure voice is easy to trust.", "A sure voice is trusted.")
    dirty = contents(build_site(project, dirty=True))
    assert dirty == contents(build_site(project))
    assert untouched(outside)


def contents(site: Path) -> dict[str, bytes]:
    """Every file of the site; there is no link."""
    assert not [one for one in site.rglob("*") if one.is_symlink()]
    return {one.relative_to(site).as_posix(): one.read_bytes() for one in files.listed(site, "")}


def test_a_clean_build_puts_a_new_site_in_the_place_of_one_with_links(
    project: Path, outside: Path
) -> None:
    (project / "site/es/linked").symlink_to(outside)
    site = build_site(project)
    assert not (site / "es/linked").exists()
    assert untouched(outside)


def test_a_pipe_in_the_place_of_a_memory_stops_nobody(district: Path) -> None:
    (district / ".cache").mkdir()
    os.mkfifo(district / ".cache/pages.json")
    with pytest.raises(ForeignError, match=r"^\.cache/pages\.json: something that is no plain"):
        refuse_foreign(district)


@pytest.mark.parametrize("path", [".cache/pages.json", "site/a/b.html", ".site-next/x", ".Cache/y"])
def test_what_git_keeps_there_is_refused_by_every_command(
    district: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    (district / path).parent.mkdir(parents=True, exist_ok=True)
    (district / path).write_text("planted")
    refuse_foreign(district)  # nobody can tell whose it is
    committed(district)
    monkeypatch.chdir(district)
    for words in (["check"], ["build"], ["diff", "HEAD"], ["translate", "status"], ["format"]):
        done = CliRunner().invoke(cli.main, words)
        assert done.exit_code == 1
        assert f"{path}: git keeps this file" in done.output
    with pytest.raises(SiteError, match="git keeps this file"):
        build_site(district)


def test_what_git_keeps_is_asked_also_where_the_folder_belongs_to_another(
    district: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a container: git would answer nothing, and nothing of what is named there may run."""
    (district / "site").mkdir()
    (district / "site/a.html").write_text("planted")
    committed(district)
    (district / ".git/ran").write_text("#!/bin/sh\ntouch ran\n")
    (district / ".git/ran").chmod(0o755)
    git(district, "config", "core.fsmonitor", str(district / ".git/ran"))
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(ForeignError, match=r"^site/a\.html: git keeps this file"):
        refuse_foreign(district)
    assert not (district / "ran").exists()


def test_all_of_it_is_said_but_no_more_than_can_be_read(district: Path, outside: Path) -> None:
    (district / "site").mkdir()
    for number in range(14):
        (district / f"site/{number:02}").symlink_to(outside)
    with pytest.raises(ForeignError) as told:
        refuse_foreign(district, sites=True)
    lines = str(told.value).splitlines()
    assert [line[:7] for line in lines[:2]] == ["site/00", "site/01"]
    assert lines[10:] == ["There are 4 more."]


@pytest.mark.parametrize(
    ("path", "own"),
    [
        (".cache/a", True),
        ("./site", True),
        ("SITE/a", True),
        (".site-old/a", True),
        ("sites/a", False),
        ("curriculum/site/a", False),
        ("", False),
        (".", False),
    ],
)
def test_which_folders_are_the_builders_own(path: str, own: bool) -> None:
    assert is_own(path) is own


def test_an_older_state_is_laid_out_without_links_and_memories(
    district: Path, outside: Path
) -> None:
    """Neither a link to a file or a folder, nor a page that was planted, comes along."""
    wanted = {one.relative_to(district).as_posix() for one in files.listed(district, "")}
    (district / ".cache").mkdir()
    (district / ".cache/pages.json").write_text("planted")
    (district / "linked.yml").symlink_to(outside / "precious.txt")
    (district / "curriculum/linked").symlink_to("../progression")
    committed(district)
    with changes.at(district, "HEAD") as state:
        there = {one.relative_to(state).as_posix() for one in state.rglob("*") if one.is_file()}
    assert there == wanted


SECRET = "secret: 555-0142"
CONTENT = (
    *("curriculum/district.yml", "curriculum/glossary/claim.yml", "curriculum/new.txt"),
    *("curriculum", "progression", "curriculum/translations/es", "curriculum/drawings"),
)


@pytest.mark.parametrize("path", CONTENT)
def test_nothing_is_read_through_a_link(
    district: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    outside, place = tmp_path / "outside", district / path
    if place.is_dir():
        place.rename(outside)
    elif "." in path:
        outside.write_text(SECRET)
        place.unlink(missing_ok=True)
    else:
        outside.mkdir()
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(outside)
    monkeypatch.chdir(district)
    told = CliRunner().invoke(cli.main, ["check"])
    wanted = f"Error: {path}: a link stands here, and is not read. Put the file itself here.\n"
    assert (told.exit_code, told.output) == (1, wanted)


def test_a_pipe_or_a_socket_stops_nobody(district: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe that nobody writes into would let a reader wait for ever."""
    pipe = "curriculum/translations/es/guides/3-5.po"
    (district / pipe).parent.mkdir(parents=True)
    os.mkfifo(district / pipe)
    with socket.socket(socket.AF_UNIX) as one:
        monkeypatch.chdir(district)  # the name of a socket is short
        one.bind("progression/s.yml")
    with pytest.raises(ForeignError) as told:
        refuse_foreign(district)
    lines = str(told.value).splitlines()
    assert [line.partition(" stands")[0] for line in lines] == [
        f"{pipe}: something that is no plain file",
        "progression/s.yml: something that is no plain file",
    ]


def test_what_an_editor_keeps_beside_a_file_does_not_matter(district: Path) -> None:
    (district / "curriculum/.#district.yml").symlink_to("somebody@desk.1234")
    refuse_foreign(district)


ODD = ("x" * 300, "\udcff", "a\x1b[31mb", "pipe", "/dev/null/x", "")
COMMANDS = (
    *("explain", "check", "check --rule", "check --today", "check --changed-since", "diff"),
    *("format", "new", "new lesson", "export csv", "export csv --language", "report --base"),
    *("translate refresh", "translate next", "translate lint", "translate export"),
    *("translate import", "translate review guides/3-5", "translate export es --to"),
    *("release", "publish --from", "editions --branch", "readability"),
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_answers_an_odd_argument_with_a_sentence(
    district: Path, monkeypatch: pytest.MonkeyPatch, tried: Tried, command: str
) -> None:
    monkeypatch.chdir(district)
    os.mkfifo("pipe")
    for odd in ODD:
        told = CliRunner().invoke(cli.main, [*command.split(), odd])
        assert told.exit_code in (0, 1, 2), (odd, told.exception)
        assert told.output.strip(), odd
        assert "Traceback" not in told.output, (odd, told.output)
    tried("odd arguments", len(ODD))
