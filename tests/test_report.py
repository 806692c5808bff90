"""What `curriculum check` shows: text, GitHub's annotations, JSON, and its exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from mkdocs.exceptions import PluginError
from projects import edit

from builder import build, cli, report
from builder.finding import Finding, Severity
from builder.plugin.plugin import CurriculumPlugin

LESSON = "curriculum/lessons/3-5/two-sources.yml"


def curriculum(*words: str) -> Result:
    return CliRunner().invoke(cli.main, words)


@pytest.fixture
def root(district: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample district with the words of the site, and the command run inside it."""
    for language in ("es", "ar", "km"):
        file = district / f"curriculum/translations/{language}/interface.po"
        file.parent.mkdir(parents=True)
        file.write_text('msgid ""\nmsgstr ""\n\nmsgid "Search"\nmsgstr "…"\n', "utf-8")
    monkeypatch.chdir(district)
    return district


# The text


def block(words: str, finding: Finding, root: Path) -> str:
    (root / finding.path).write_text(words, "utf-8")
    return report.text((finding,), 1, root)


def one(line: int, column: int, message: str = "it is odd", hint: str = "Mend it.") -> Finding:
    return Finding("a.yml", line, column, "odd-thing", message, hint)


def test_the_line_a_caret_and_the_remedy(tmp_path: Path) -> None:
    assert block("id: x\ntitle: Odd\n", one(2, 8), tmp_path) == (
        "a.yml:2:8: error: it is odd [odd-thing]\n"
        "    2 | title: Odd\n"
        "      |        ^\n"
        "      = Mend it.\n\n"
        "1 document: 1 error, no warnings."
    )


def caret(words: str, line: int, column: int, root: Path) -> str:
    shown = block(words, one(line, column), root).splitlines()
    return shown[2].removeprefix("      | ")


def test_the_caret_stands_under_wide_and_combining_letters(tmp_path: Path) -> None:
    assert caret("a: 漢字x", 1, 6, tmp_path) == " " * 7 + "^"
    assert caret("a: e\u0301x", 1, 6, tmp_path) == " " * 4 + "^"


def test_the_caret_stands_right_whatever_the_line_ends_are(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"\xef\xbb\xbfa: x\r\nb: y\rc: z\r\n")
    assert "    1 | a: x\n      |    ^" in report.text((one(1, 4),), 1, tmp_path)
    assert "    3 | c: z\n      |    ^" in report.text((one(3, 4),), 1, tmp_path)


def test_a_long_line_is_cut_around_the_caret(tmp_path: Path) -> None:
    shown = block("a: " + "x" * 500 + "Y" + "x" * 500, one(1, 504), tmp_path).splitlines()
    assert len(shown[1]) < 120
    assert shown[1][shown[2].index("^")] == "Y"


def test_no_excerpt_without_the_line(tmp_path: Path) -> None:
    words = "a.yml:9:1: error: it is odd [odd-thing]\n      = Mend it."
    assert words in block("a: b", one(9, 1), tmp_path)
    assert words in report.text((one(9, 1),), 1, tmp_path / "nowhere")


def test_what_could_move_a_terminal_is_made_harmless(tmp_path: Path) -> None:
    bad = "\x1b[31m\x9b31m\x07\u202e\u2028\r"
    shown = block(f"a: {bad}", one(1, 4, bad, bad), tmp_path)
    shown += report.text((Finding(f"{bad}\n.yml", 1, 1, "odd-thing", "x"),), 1, tmp_path)
    assert "[31m" in shown
    assert not set(bad) & set(shown) - set("[31m")


def test_one_or_many(tmp_path: Path) -> None:
    warning = Finding("a.yml", 1, 1, "odd-thing", "x", severity=Severity.WARNING)
    assert report.text((), 3, tmp_path) == "3 documents: no errors, no warnings."
    assert report.text((warning,), 3, tmp_path).endswith("3 documents: no errors, 1 warning.")
    many = (one(1, 1), one(1, 2), warning, warning)
    assert report.text(many, 3, tmp_path).endswith("3 documents: 2 errors, 2 warnings.")


# GitHub


def test_an_annotation() -> None:
    assert report.annotation(one(2, 8)) == (
        "::error file=a.yml,line=2,col=8,title=odd-thing::it is odd. Mend it."
    )
    warning = Finding("a.yml", 2, 8, "odd-thing", "x", severity=Severity.WARNING)
    assert report.annotation(warning).startswith("::warning file=a.yml,")


def test_an_annotation_cannot_be_ended_or_forged() -> None:
    bad = "100%\n::set-output name=x::y\r\x1b"
    shown = report.annotation(Finding("a,line=9::b\n.yml", 1, 1, "odd-thing", bad, bad))
    assert "\n" not in shown
    assert "\r" not in shown
    assert "\x1b" not in shown
    assert shown.startswith(
        "::error file=a%2Cline=9%3A%3Ab·.yml,line=1,col=1,title=odd-thing::100%25"
    )


# JSON


def test_json_keeps_every_letter_and_shows_none_that_moves() -> None:
    bad = "\x1b\x9b\u202e\u2028\U000e0041\udcff ខ្មែរ “x”"
    shown = report.as_json((one(1, 1, bad),), 1)
    assert json.loads(shown)["findings"][0]["message"] == bad
    assert "ខ្មែរ “x”" in shown
    assert not set(bad[:6]) & set(shown)


# The command


def test_a_clean_district_is_0(root: Path) -> None:
    result = curriculum("check")
    assert (result.exit_code, result.output) == (
        0,
        "47 documents: no errors, no warnings.\n"
        "Readability is measured in en and es. No standard formula exists for ar and km.\n",
    )
    assert curriculum("check", "--format", "github").output == ""
    data = json.loads(curriculum("check", "--format", "json").output)
    assert data == {"documents": 47, "findings": []}


def test_warnings_are_0(root: Path) -> None:
    edit(root, LESSON, "minutes: 12", "minutes: 16")
    result = curriculum("check")
    assert result.exit_code == 0
    assert f"{LESSON}:56:14: warning: " in result.output
    assert "[overlong-segment]" in result.output


def test_errors_are_1_in_every_form(root: Path) -> None:
    edit(root, LESSON, "grades: [3, 4, 5]", "grades: [3, 5]")
    for form in ("text", "github", "json"):
        assert curriculum("check", "--format", form).exit_code == 1
    data = json.loads(curriculum("check", "--format", "json").output)
    assert data["findings"] == [
        {
            "rule": "gap-in-grades",
            "severity": "error",
            "path": LESSON,
            "line": 4,
            "column": 13,
            "message": "between grade 3 and grade 5 a grade is left out",
            "hint": "Write [3, 4, 5], if no grade is meant to be left out.",
        }
    ]


def test_what_cannot_be_read_is_1(root: Path) -> None:
    (root / LESSON).write_text("id: [", "utf-8")
    result = curriculum("check")
    assert result.exit_code == 1
    assert "[unreadable-yaml]" in result.output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("district: x", "[invalid-field]"),
        (None, "the settings file is missing"),
    ],
)
def test_settings_that_cannot_be_read_are_1(root: Path, words: str | None, message: str) -> None:
    settings = root / "curriculum/district.yml"
    settings.unlink()
    if words:
        settings.write_text(words, "utf-8")
    (root / LESSON).write_text("id: [", "utf-8")
    result = curriculum("check")
    assert result.exit_code == 1
    assert message in result.output
    assert "[unreadable-yaml]" in result.output


def test_a_rule_that_is_set_wrongly_is_1(root: Path) -> None:
    with (root / "curriculum/district.yml").open("a", encoding="utf-8") as settings:
        settings.write("rules: {empti-cell: {fewest: 2}}\n")
    result = curriculum("check")
    assert result.exit_code == 1
    assert "Did you mean “empty-cell”?" in result.output


def test_only_some_paths(root: Path) -> None:
    edit(root, LESSON, "grades: [3, 4, 5]", "grades: [3, 5]")
    assert curriculum("check", LESSON).exit_code == 1
    assert curriculum("check", "curriculum/lessons").exit_code == 1
    assert curriculum("check", ".").exit_code == 1
    assert curriculum("check", str(root / "curriculum")).exit_code == 1
    assert curriculum("check", "curriculum/lessons/6-8", "progression").exit_code == 0


def test_a_path_is_seen_from_where_the_command_runs(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(root, LESSON, "grades: [3, 4, 5]", "grades: [3, 5]")
    monkeypatch.chdir(root / "curriculum/lessons")
    assert curriculum("check").exit_code == 1
    assert curriculum("check", "3-5/two-sources.yml").exit_code == 1
    assert curriculum("check", "6-8").exit_code == 0


def test_a_wrong_call_is_2(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert curriculum("check", "no/such/file.yml").exit_code == 2
    assert curriculum("check", "--format", "yaml").exit_code == 2
    monkeypatch.chdir(tmp_path)
    result = curriculum("check")
    assert result.exit_code == 2
    assert "No mkdocs.yml in" in result.output


def test_a_fault_of_the_builder_is_2(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> None:
        raise RuntimeError("the builder stumbled")

    monkeypatch.setattr(build, "examine", stumble)
    result = curriculum("check")
    assert result.exit_code == 2
    assert "the builder stumbled" in result.output


def test_a_misspelt_command_is_told_the_right_one() -> None:
    result = curriculum("reedability")
    assert result.exit_code == 2
    assert "readability" in result.output


def test_each_command_is_loaded_from_its_own_modules() -> None:
    context = click.Context(cli.main)
    assert cli.main.get_command(context, "unknown") is None  # by now every module is loaded
    assert cli.main.list_commands(context) == sorted(cli.main.commands)
    for name, command in cli.main.commands.items():
        below = command.commands.values() if isinstance(command, click.Group) else ()
        told = {one.callback.__module__ for one in (command, *below) if one.callback}
        assert told == {f"builder.cli.{one}" for one in cli.group.MODULES[name]}, name


def test_explain() -> None:
    listed = curriculum("explain")
    assert listed.exit_code == 0
    assert "gap-in-grades" in listed.output
    page = curriculum("explain", "gap-in-grades")
    assert page.output.startswith("gap-in-grades (grade-band, error)\n\nThe grades leave one out")
    assert "**How to mend.**" in page.output
    assert curriculum("explain", "no-such-rule").exit_code == 2


# Colour


def test_colour_marks_what_weighs(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("id: x\n", "utf-8")
    plain = report.text((one(1, 1),), 1, tmp_path)
    coloured = report.text((one(1, 1),), 1, tmp_path, colour=True)
    assert "\033[31merror\033[0m" in coloured
    assert re.sub(r"\033\[\d+m", "", coloured) == plain


def test_what_content_says_cannot_colour(tmp_path: Path) -> None:
    shown = block("id: x\n", one(1, 1, "an \033[31mevil\033[0m word"), tmp_path)
    assert "\033" not in shown


def test_no_colour_where_nobody_watches(root: Path) -> None:
    edit(root, LESSON, "minutes: 12", "minutes: 16")
    assert "\033" not in curriculum("check").output


def test_only_one_rule_or_one_severity(root: Path) -> None:
    edit(root, LESSON, "minutes: 12", "minutes: 16")
    edit(root, LESSON, "tools: [class-chat]", "tools: [glass-chat]")
    assert curriculum("check", "--rule", "overlong-segment").exit_code == 0
    only = curriculum("check", "--severity", "error").output
    assert "unknown-id" in only
    assert "overlong-segment" not in only
    assert curriculum("check", "--rule", "no-such-rule").exit_code == 2


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_the_rules_of_one_severity_say_what_all_rules_say(root: Path, severity: str) -> None:
    edit(root, LESSON, "minutes: 12", "minutes: 16")
    edit(root, LESSON, "tools: [class-chat]", "tools: [glass-chat]")
    all_told = json.loads(curriculum("check", "--format", "json").output)["findings"]
    of_one = [one for one in all_told if one["severity"] == severity]
    told = json.loads(curriculum("check", "--severity", severity, "--format", "json").output)
    assert told["findings"] == of_one != []


# While serving


def test_serving_says_what_is_found_and_again_when_it_changes(
    root: Path, caplog: pytest.LogCaptureFixture
) -> None:
    serving = CurriculumPlugin()
    serving.on_startup(command="serve", dirty=False)
    caplog.set_level("INFO", logger="mkdocs")
    serving._load(root)
    serving._load(root)
    told = [one.getMessage() for one in caplog.records if "documents:" in one.getMessage()]
    assert len(told) == 1, "the same is not said twice"
    assert told[0].endswith("documents: no errors, no warnings.")
    edit(root, LESSON, "minutes: 12", "minutes: 16")
    serving._load(root)
    assert "overlong-segment" in caplog.records[-1].getMessage()
    edit(root, LESSON, "kind: tool", "kind: toll")
    with pytest.raises(PluginError, match="“toll” cannot stand for kind"):
        serving._load(root)
