"""What an edition remembers, and what is said to have changed, to whom."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import projects
import pytest
from bombs import assert_cheap
from click.testing import CliRunner, Result
from projects import edit
from promises import Tried
from publishing import git

from builder import build, cli, files
from builder.files import MOST_BYTES
from builder.snapshots import (
    WITHDRAWN,
    Change,
    Snapshot,
    compared,
    for_audience,
    kept,
    markdown,
    path_of,
    text,
    withdrawn,
    withdrawn_from,
)
from builder.snapshots.snapshot import MOST_PAGES

LESSON = "curriculum/lessons/3-5/two-sources.yml"
UNDERSTAND = "progression/understand.yml"


def snapshot(root: Path) -> Snapshot:
    return build.unchecked(root).edition.snapshot


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample district with translations."""
    return projects.make(tmp_path_factory.mktemp("snapshots") / "project")


def more_time(root: Path) -> None:
    edit(root, LESSON, "minutes: 12", "minutes: 14")


def another_level(root: Path) -> None:
    edit(root, LESSON, "ai_use_level: 1", "ai_use_level: 0")


def without_its_tool(root: Path) -> None:
    edit(root, LESSON, "tools: [class-chat]\n", "")


def to_other_grades(root: Path) -> None:
    edit(root, LESSON, "grades: ", "grades: ['6'] # ")


def retired(root: Path) -> None:
    edit(
        root, LESSON, "id: two-sources", "id: two-sources\nstatus: retired\nreplaced_by: next-word"
    )


def another_lesson(root: Path) -> None:
    words = (root / LESSON).read_text("utf-8").replace("id: two-sources", "id: three-sources")
    (root / "curriculum/lessons/3-5/three-sources.yml").write_text(words, "utf-8")


def gone(root: Path) -> None:
    (root / LESSON).unlink()


def outcome_reworded(root: Path) -> None:
    edit(root, UNDERSTAND, "I can find the pattern in", "I can see the pattern in")


def outcome_plain(root: Path) -> None:
    edit(root, UNDERSTAND, "plain: Find the pattern", "plain: See the pattern")


def guide_reworded(root: Path) -> None:
    file = root / "curriculum/guides/3-5.yml"
    words = file.read_text("utf-8")
    file.write_text(words.replace("summary: ", "summary: Now ", 1), "utf-8")


def spanish_finished(root: Path) -> None:
    projects.change(root, projects.LESSON, projects.translated("es"))


def nothing(root: Path) -> None:
    """A comment and another order of lines are no change."""
    file = root / LESSON
    file.write_text("# a comment\n" + file.read_text("utf-8"), "utf-8")


T = "teachers"
CASES: list[tuple[Callable[[Path], None], list[tuple[object, ...]], list[str]]] = [
    (more_time, [("time", "two-sources", 35, 37)], [T]),
    (another_level, [("level", "two-sources", 1, 0)], ["families", T]),
    (without_its_tool, [("tools", "two-sources", ("class-chat",), ())], ["families", T]),
    (to_other_grades, [("moved", "two-sources", ("3-5",), ("6-8",))], [T]),
    (retired, [("retired", "two-sources", None, "next-word")], [T]),
    (another_lesson, [("added", "three-sources", None, ("3-5",))], [T]),
    (gone, [("withdrawn", "two-sources", None, None)], [T]),
    (
        outcome_reworded,
        [
            (
                "reworded",
                "TK-2.UND.1",
                "I can find the pattern in a set of examples and make a new one.",
                "I can see the pattern in a set of examples and make a new one.",
            )
        ],
        [T],
    ),
    (
        outcome_plain,
        [("reworded", "TK-2.UND.1", "Find the pattern", "See the pattern")],
        ["families", T],
    ),
    (guide_reworded, [("reworded", "3-5", None, None)], ["families"]),
    (spanish_finished, [("translated", "two-sources", None, ("es",))], [T]),
    (nothing, [], []),
]


@pytest.mark.parametrize(
    ("alter", "expected", "audiences"), CASES, ids=[one.__name__ for one, _, _ in CASES]
)
def test_a_change_is_told_to_whom_it_touches(
    root: Path, alter: Callable[[Path], None], expected: list[object], audiences: list[str]
) -> None:
    before = snapshot(root)
    alter(root)
    if alter is gone:
        edit(root, "curriculum/lessons/6-8/next-word.yml", "prerequisites: [two-sources]\n", "")
    found = compared(before, snapshot(root))
    told = [(one.what, one.id, one.before, one.after) for one in found if one.what != "reworded"]
    reworded = [one for one in found if one.what == "reworded" and one.kind in ("outcome", "guide")]
    told += [(one.what, one.id, one.before, one.after) for one in reworded]
    own = [one for one in told if one[1] != "next-word"]
    assert own == expected
    for audience in ("families", "teachers"):
        here = for_audience(found, audience)  # type: ignore[arg-type]
        assert bool([one for one in here if one.id != "next-word"]) is (audience in audiences)
    assert for_audience(found, "district") == found


def test_the_same_is_no_change(made: Path) -> None:
    one = snapshot(made)
    assert compared(one, snapshot(made)) == ()
    assert text(()) == "Nothing that readers would notice."


def test_a_snapshot_reads_back_as_it_was_written(made: Path) -> None:
    one = snapshot(made)
    assert Snapshot.read(one.written()) == one
    assert one.written() == snapshot(made).written()
    assert one.documents["lesson"]["two-sources"].path == "lessons/two-sources/"
    assert one.documents["lesson"]["two-sources"].languages == ("ar",), "one passage is missing"
    more = json.loads(one.written())
    more["later"] = 1
    assert Snapshot.read(json.dumps(more).encode()) == one, "what a later builder adds is let be"


def test_snapshots_are_kept_by_age_and_odd_files_are_told(root: Path) -> None:
    one = snapshot(root)
    for edition in ("2025-26", "2024-25"):
        told = one.model_copy(update={"edition": edition})
        files.write(root / path_of(edition), told.written())
    files.write(root / path_of("2023-24"), one.written())
    files.write(root / path_of("2022-23"), b"[]")
    found, broken = kept(root)
    assert [each.edition for each in found] == ["2024-25", "2025-26"]
    assert [each.path for each in broken] == [path_of("2022-23"), path_of("2023-24")]


@pytest.mark.parametrize(
    "path",
    [
        "../",
        "a/../b/",
        "/tmp/a/",
        "./a/",
        "a//",
        "//host/a/",
        "a",
        "A/",
        "a\\b/",
        "a\0/",
        "a/\n",
        " /",
    ],
)
def test_no_address_of_an_edition_leads_out_of_the_site(root: Path, path: str) -> None:
    one = snapshot(root).model_copy(update={"edition": "2025-26"})
    home = one.documents["home"]["home"].model_copy(update={"path": path})
    for told in ({"pages": (path,)}, {"documents": {"home": {"home": home}}}):
        files.write(root / path_of("2025-26"), one.model_copy(update=told).written())
        assert [each.path for each in kept(root)[1]] == [path_of("2025-26")]
    gone = {"kind": "lesson", "id": "a", "reason": "b", "on": "2026-11-22", "paths": [path]}
    with pytest.raises(ValueError, match="paths"):
        withdrawn(json.dumps([gone]).encode())


def with_lesson(**changes: object) -> dict[str, object]:
    lesson = {"title": "A", "status": "draft", **changes}
    return {"documents": {"lesson": {"a": lesson}}}


EMPTY: dict[str, object] = {
    "edition": "2025-26",
    "languages": ["en"],
    "pages": [],
    "documents": {},
    "outcomes": {},
}


@pytest.mark.parametrize(
    ("told", "at"),
    [
        ({"documents": {"foo": {}}}, "documents/foo"),
        (
            {"documents": {"lesson": {"../a": {"title": "A", "status": "draft"}}}},
            "documents/lesson",
        ),
        ({"outcomes": {"A": {"text": "A", "plain": "A", "status": "active"}}}, "outcomes/A"),
        ({"languages": ["en", "xx"]}, "languages"),
        ({"pages": ["a/"] * (MOST_PAGES + 1)}, "pages"),
        (with_lesson(bands=["99"]), "documents/lesson/a/bands"),
        (with_lesson(languages=["../es"]), "documents/lesson/a/languages"),
        (with_lesson(replaced_by="<b>"), "documents/lesson/a/replaced_by"),
        (with_lesson(facts={"level": 99}), "documents/lesson/a/facts/level"),
        (with_lesson(facts={"bands": ["zz"]}), "documents/lesson/a/facts/bands"),
        (with_lesson(facts={"interaction": "x"}), "documents/lesson/a/facts/interaction"),
        (with_lesson(facts={"phase": 4}), "documents/lesson/a/facts/phase"),
        (with_lesson(words={"families": "all"}), "documents/lesson/a/words/families"),
        (with_lesson(title="\u202eA"), "documents/lesson/a/title"),
        (with_lesson(title="\x1b]0;A\x07"), "documents/lesson/a/title"),
        (with_lesson(title="A" * 10_001), "documents/lesson/a/title"),
    ],
)
def test_a_snapshot_is_not_believed(root: Path, told: dict[str, object], at: str) -> None:
    """JSON spells out what no file may hold; a page would look up what no district has."""
    files.write(root / path_of("2025-26"), json.dumps({**EMPTY, **told}).encode())
    assert kept(root)[0] == ()
    found = build.examine(root).findings
    (broken,) = [one for one in found if "cannot be read" in one.message]
    assert (broken.path, broken.rule) == (path_of("2025-26"), "vanished-address")
    assert f"what stands at “{at}" in broken.message


def test_a_snapshot_that_is_too_large_is_not_read(root: Path) -> None:
    data = json.dumps(EMPTY).encode()
    files.write(root / path_of("2025-26"), data + b" " * (MOST_BYTES - len(data)))
    assert len(kept(root)[0]) == 1
    files.write(root / path_of("2025-26"), data + b" " * (MOST_BYTES - len(data) + 1))
    assert kept(root)[1] == ((path_of("2025-26"), "it is larger than 2 MB"),)
    gone = b'[{"kind": "lesson", "id": "a", "reason": "b", "on": "2026-11-22"}]'
    files.write(root / WITHDRAWN, gone + b" " * (MOST_BYTES - len(gone)))
    assert withdrawn_from(root) == {("lesson", "a")}
    files.write(root / WITHDRAWN, gone + b" " * (MOST_BYTES - len(gone) + 1))
    assert withdrawn_from(root) == frozenset()


def filled(part: bytes, field: str, begin: str, end: str) -> bytes:
    """A snapshot as large as one may be, whose field holds the part again and again."""
    before, after = json.dumps({**EMPTY, field: "*"}).encode().split(b'"*"')
    room = MOST_BYTES - len(before) - len(after) - 100
    return before + begin.encode() + part * (room // len(part)) + end.encode() + after


def numbered(pattern: str) -> bytes:
    """The part with another number each time, as often as there is room for it."""
    most = (MOST_BYTES - 100) // len(pattern % 100_000)
    return b"".join((pattern % number).encode() for number in range(most))


BOMBS = {
    "pages": filled(b'"a/",', "pages", "[", '"a/"]'),
    "wrong pages": filled(b'"A",', "pages", "[", '"A"]'),
    "languages": filled(b'"en",', "languages", "[", '"en"]'),
    "lists in lists": b"[" * MOST_BYTES,
    "kinds": b'{"documents":{' + numbered('"k%d":{},') + b'"z":{}}}',
    "documents": b'{"documents":{"lesson":{' + numbered('"%d":1,') + b'"z":1}}}',
    "outcomes": b'{"outcomes":{' + numbered('"%d":1,') + b'"z":1}}',
    "bands": filled(b'"9",', "documents", '{"lesson":{"a":{"bands":[', '"9"]}}}'),
    "facts": filled(b'"a",', "documents", '{"lesson":{"a":{"facts":{"tools":[', '"A"]}}}}'),
    "a number": filled(b"9", "documents", '{"lesson":{"a":{"facts":{"time":', "}}}}"),
}
READ = """
from builder.snapshots import Snapshot
def answer(data):
    try:
        Snapshot.read(data)
    except ValueError as error:
        from builder.snapshots.kept import _why
        assert len(_why(error)) < 200
"""


@pytest.mark.promise("files")
def test_a_bomb_of_a_snapshot_takes_neither_time_nor_memory(tried: Tried) -> None:
    assert max(map(len, BOMBS.values())) <= MOST_BYTES
    assert_cheap(READ, BOMBS)
    tried("bombs of snapshots", len(BOMBS))


def test_words_of_the_curriculum_are_no_markup() -> None:
    told = markdown([Change("added", "lesson", "x", "<b>[a](b)</b> `c` @all #1")])
    assert "\\<b\\>\\[a\\]\\(b\\)" in told
    assert "\\`c\\` \\@&#8203;all \\#&#8203;1" in told


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.main, ["diff", *words])


def test_the_command_compares_editions_revisions_and_the_files_here(root: Path) -> None:
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "first")
    told = snapshot(root).model_copy(update={"edition": "2025-26"})
    files.write(root / path_of("2025-26"), told.written())
    assert run("HEAD").output == "Nothing that readers would notice.\n"
    more_time(root)
    another_level(root)
    expected = (
        "lesson two-sources “Two sources”: time 35, now 37\n"
        "lesson two-sources “Two sources”: AI-use level 1, now 0\n"
    )
    assert run("HEAD").output == expected
    assert run("2025-26", ".").output == expected
    git(root, "commit", "-qam", "second")
    assert run("HEAD~1", "HEAD").output == expected
    assert run("HEAD", "HEAD~1").output != expected
    assert run("2025-26", "--for", "families").output == expected.split("\n")[1] + "\n"
    told = json.loads(run("2025-26", "--format", "json").output)
    assert [(one["what"], one["audiences"]) for one in told] == [
        ("time", ["teachers", "district"]),
        ("level", ["families", "teachers", "district"]),
    ]
    assert (
        "### Lesson\n\n- Two sources: time 35, now 37"
        in run("HEAD~1", "--format", "markdown").output
    )


def test_the_command_says_what_it_does_not_know(root: Path) -> None:
    git(root, "init", "-q", "-b", "main")
    assert run("2020-21").exit_code == 2
    assert "keeps no edition 2020-21" in run("2020-21").output
    assert "no revision “nothing”" in run("nothing").output
    (root / LESSON).write_text("id: [", "utf-8")
    assert run(".").exit_code == 1
