"""The comment on a pull request: what it tells, that no word of the curriculum acts in it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import projects
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from projects import edit
from publishing import git

from builder import cli, proposal
from builder.literal import literal
from builder.proposal.comment import Section, written
from builder.proposal.marking import marked

GOLDEN = Path(__file__).parent / "proposal/comment.md"
LESSON = "curriculum/lessons/3-5/two-sources.yml"
SHEET = "curriculum/lessons/6-8/next-word.yml"
GUIDE = "curriculum/guides/3-5.yml"
UNDERSTAND = "progression/understand.yml"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample district with translations, committed."""
    root = projects.make(tmp_path_factory.mktemp("proposal") / "project")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "first")
    return root


def report(*words: str) -> Result:
    return CliRunner().invoke(cli.main, ["report", "--base", "HEAD", *words])


def six_kinds_of_change(root: Path) -> None:
    """A time, an AI-use level, words, an outcome, a lesson that is gone, a translation."""
    edit(root, LESSON, "minutes: 12", "minutes: 14")
    edit(root, LESSON, "ai_use_level: 1", "ai_use_level: 0")
    edit(root, GUIDE, "Ask your child how they", "Ask your child each evening how they")
    edit(root, UNDERSTAND, "I can find the pattern in", "I can see the pattern in")
    edit(root, SHEET, "id: next-word", "id: next-word\nstatus: retired\nreplaced_by: two-sources")
    projects.change(root, projects.LESSON, projects.translated("es"))


def test_six_kinds_of_change_read_as_they_should(root: Path) -> None:
    six_kinds_of_change(root)
    told = report("--preview", "https://preview.example.org/pr-7").output
    assert told == GOLDEN.read_text("utf-8")


def test_nothing_changed_is_said_in_a_sentence(root: Path) -> None:
    done = report()
    assert done.exit_code == 0
    assert done.output.endswith("Nothing that readers would notice.\n")
    assert "###" not in done.output


def test_links_stand_only_where_there_is_a_preview(root: Path) -> None:
    edit(root, LESSON, "minutes: 12", "minutes: 14")
    assert "](" not in report().output
    links = re.findall(r"\]\(([^)]*)\)", report("--preview", "https://p.example.org/7/").output)
    assert set(links) == {"https://p.example.org/7/lessons/two-sources/"}


def test_errors_are_told_first_and_end_the_command_with_one(root: Path) -> None:
    edit(root, LESSON, "tools: [class-chat]", "tools: [no-such-tool]")
    done = report()
    assert done.exit_code == 1
    assert done.output.split("### New findings\n\n")[1].startswith("- **error** in curriculum/les")
    git(root, "commit", "-qam", "broken")
    edit(root, LESSON, "tools: [no-such-tool]", "tools: [class-chat]")
    mended = report()
    assert mended.exit_code == 0
    assert "<summary>Mended findings (1)</summary>\n\n- **error**" in mended.output
    assert "### New findings" not in mended.output


def test_what_cannot_be_read_is_said_and_nothing_is_guessed(root: Path) -> None:
    (root / LESSON).write_text("id: [", "utf-8")
    done = report()
    assert done.exit_code == 1
    assert "cannot be told, because files cannot be read; the findings say which" in done.output
    assert "will see\n" not in done.output, "a lesson that cannot be read is not gone"


def test_a_wrong_call_is_no_report(root: Path) -> None:
    nowhere = CliRunner().invoke(cli.main, ["report", "--base", "nothing"])
    assert nowhere.exit_code == 2
    assert "no revision “nothing”" in nowhere.output
    for odd in ("javascript:alert(1)", "https://a.example/) @all", "ftp://a.example"):
        assert report("--preview", odd).exit_code == 2


def test_gaps_that_open_are_told(root: Path) -> None:
    edit(root, SHEET, "id: next-word", "id: next-word\nstatus: retired\nretired_because: Old.")
    rows = report().output.split("### The matrix")[1].split("###")[0]
    assert "lost: next\\-word" in rows
    assert "**now untaught**" in rows


HOSTILE = (
    "@all <img src=x onerror=alert(1)> [a](https://evil.example) #12 GH-7 www.evil.example"
    " https://evil.example/x $x$ `c` </details> | a | 0123456789abcdef ![p](//e)"
)


def test_words_of_the_curriculum_do_nothing_in_a_comment() -> None:
    told = literal(HOSTILE)
    bare = re.sub(r"</?span>", "", told)
    assert not re.search(r"(?<!\\)[<>\[\]`|*]", bare)
    assert not re.search(r"[@#]\w", unescape(told))
    assert "://" not in told
    assert "www\\." not in told
    assert "0123456789" not in told
    assert not re.search(r"GH\\?-7", told)


@given(st.text(alphabet=st.sampled_from("@#<>[]()`*_|!$:/.w-\n\r\u2028\u202e aA1"), max_size=60))
def test_whatever_the_words_they_stay_on_a_line_and_are_letters(words: str) -> None:
    told = literal(words)
    assert len(told.splitlines()) <= 1
    assert not re.search(r"(?<!\\)[<>\[\]`|*]", re.sub(r"</?span>", "", told.replace("\\\\", "")))
    assert not re.search(r"[@#]\w", unescape(told))
    assert "\u202e" not in told


def test_a_hostile_passage_and_title_stay_words(root: Path) -> None:
    edit(root, LESSON, "title: Two sources", f"title: '{HOSTILE}'")
    edit(root, GUIDE, "Ask your child how they", "Ask @all </details> <script> your child how they")
    told = report("--preview", "https://p.example.org/7/").output
    assert not re.search(r"[@#]\w", unescape(told))
    allowed = {"details", "summary", "del", "ins", "span"}
    found = re.findall(r"(?<!\\)</?([a-z]+)", told)
    assert set(found) <= allowed
    assert found.count("details") == 2 * told.count("<details>")
    for link in re.findall(r"(?<!\\)\]\(([^)]*)\)", told):
        assert link.startswith("https://p.example.org/7/")


def test_what_differs_is_marked_and_what_is_alike_is_shortened() -> None:
    assert marked("Bring 12 cards today", "Bring 14 cards today") == (
        "Bring <del>12</del> cards today",
        "Bring <ins>14</ins> cards today",
    )
    assert marked("我们用工具", "我们不用工具")[1] == "我们<ins>不</ins>用工具"
    assert marked("", "new") == ("*nothing*", "new")
    long = " ".join(f"w{number}" for number in range(80))
    before, after = marked(long, long.replace("w40", "x"))
    assert before.startswith("… w32 w33")
    assert "w39 <ins>x</ins> w41" in after
    assert len(marked("a " * 50_000, "b " * 50_000)[0]) < 1_000


def test_a_comment_is_never_longer_than_github_takes() -> None:
    rows = ["- " + "x" * 300] * 900
    told = written(
        "## Opening", [Section("First", rows), *[Section("Folded", rows, "", True)] * 20]
    )
    assert len(told) <= proposal.MOST
    assert "*860 more are left out here.*" in told
    assert told.count("<details>") == told.count("</details>") == 20
    assert written("## Opening", [Section("Empty", [])]) == "## Opening\n"
