"""The layout changes no word and no comment, whatever a file looks like, and is the same twice."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from conftest import ROOT, SAMPLE

from builder import cli, settings, source
from builder.layout import changes, formatted
from builder.layout.comments import comments
from builder.layout.outline import outline
from builder.model import curriculum as model
from builder.model.lesson import Lesson
from builder.model.register import Term
from builder.settings import Settings
from builder.validation import validate

PATH = "curriculum/glossary/source.yml"
MODELINE = "# yaml-language-server: $schema=../../schema/term.json\n"


def files() -> list[tuple[Path, str]]:
    """Every file of the curriculum and of the sample district."""
    return [
        (root, path) for root in (ROOT, SAMPLE) for path in (*model.content(root), _settings(root))
    ]


def _settings(root: Path) -> str:
    return settings.path_in(root)


def named(path: str) -> tuple[Any, str]:
    """The model and the schema of a path."""
    kind = model.kind_of(path)
    return (kind, kind.kind) if kind else (Settings, "district")


def laid(words: str, path: str = PATH) -> str:
    """The file in the canonical layout, without its first line; twice is once."""
    data, findings = formatted(words.encode(), path, *named(path))
    assert findings == (), findings
    assert formatted(data, path, *named(path)) == (data, ())
    first, _, rest = data.decode().partition("\n")
    assert first.startswith("# yaml-language-server: $schema=")
    return rest


@pytest.mark.parametrize(("root", "path"), files(), ids=lambda one: str(one)[-60:])
def test_every_file_says_the_same_afterwards(root: Path, path: str) -> None:
    data = (root / path).read_bytes()
    after, findings = formatted(data, path, *named(path))
    assert findings == ()
    assert source.parse(after, path).tree == source.parse(data, path).tree
    kind, _ = named(path)
    assert validate(kind, source.parse(after, path)) == validate(kind, source.parse(data, path))
    assert remarks(after) == remarks(data)
    assert formatted(after, path, *named(path)) == (after, ())


def remarks(data: bytes) -> list[tuple[str, str]]:
    """Each comment with the name of the field that follows it, in the order of those names."""
    made = outline(data.decode())
    entries = sorted(made.entries, key=lambda entry: entry.start)
    found = []
    for one in comments(made):
        after = next((entry.name for entry in entries if entry.start > one.start), "")
        if "yaml-language-server" not in one.words:
            found.append((after, one.words))
    return sorted(found)


def test_keys_come_in_the_order_of_the_model_and_licence_and_status_last() -> None:
    words = "status: draft\nband: 3-5\nmeant: x\nterm: source\nid: source\nlicense: CC-BY-4.0\n"
    assert laid(words).split() == [
        *("id:", "source", "term:", "source", "band:", "3-5", "meant:", "x"),
        *("license:", "CC-BY-4.0", "status:", "draft"),
    ]


def test_a_name_that_nobody_knows_stays_behind_the_one_it_stood_behind() -> None:
    assert laid("term: a\nexampel: b\nid: c\n") == "id: c\nterm: a\nexampel: b\n"


COMMENTED = """\
# On the file.

# On the term:
# two lines.
term: source  # beside the term
id: source       # beside the id
see:  # beside the list
# on the first
- citation
# on the second
-   verify # beside the second
  # at the end of the list
also: [ # in brackets
  one,  # beside one
  # above two
  two
  # after two
]
# the end
"""


def test_comments_stay_with_what_they_speak_of() -> None:
    assert laid(COMMENTED) == (
        "# On the file.\n\n"
        "id: source       # beside the id\n"
        "# On the term:\n# two lines.\nterm: source  # beside the term\n"
        "also: # in brackets\n  - one  # beside one\n  # above two\n  - two\n  # after two\n"
        "see:  # beside the list\n  # on the first\n  - citation\n"
        "  # on the second\n  - verify # beside the second\n  # at the end of the list\n"
        "# the end\n"
    )


def test_a_field_commented_out_keeps_its_depth() -> None:
    words = (
        "id: a\nfamily:\n  tell: b\n  #ask: c\n#tools:\n#  - d\nsegments:\n  - id: e\n"
        "    #title: f\n  - id: g\n"
    )
    assert laid(words, "curriculum/lessons/3-5/a.yml").splitlines()[1:] == [
        *("#tools:", "#  - d", "segments:", "  - id: e", "    #title: f", "  - id: g"),
        *("family:", "  tell: b", "  #ask: c"),
    ]


@pytest.mark.parametrize("words", ["no", "1.10", "010", "12:30", "'yes'", '"2026-27"', "null", "~"])
def test_words_stay_as_they_are_marked(words: str) -> None:
    assert laid(f"id:   {words}\nalso: [ {words},{words} ]\n") == (
        f"id: {words}\nalso: [{words}, {words}]\n"
    )


LONG = "word " * 30


@pytest.mark.parametrize(
    "words",
    [
        *(f"{LONG}end", f'"{LONG}end"', f"'it''s {LONG}end'", f'"{LONG}: # end"'),
        *(f"|\n  {LONG}\n\n   deep\n", f"|-\n  {LONG}\n", "|+\n  a\n\n\n", "|2\n    deep\n  a\n"),
        *(f">\n  {LONG}end\n", f">-\n  {LONG}\n  {LONG}end\n\n  b\n", ">+\n  a\n\n", ">2\n   a\n"),
        *("a\n  b\n\n  c", '"a\n  b"', '"a\\nb"', "''", '""', "|\n", '" a "', "a\n  b\n  # c"),
        *(f'"{LONG} two  blanks {LONG}end"', "https://" + "x" * 150, f'"{LONG}\\t{LONG}end"'),
    ],
)
def test_words_of_every_form_come_back(words: str) -> None:
    laid(f"id: source\nterm: {words}\nsee: []\n")
    laid(f"see:\n- {words}\nterm: b\n".replace("\n  ", "\n    "))


def test_only_what_is_too_long_is_wrapped() -> None:
    assert laid(f"term: {LONG}end\n") == f"term: >-\n  {(LONG[:110]).rstrip()}\n  {LONG[110:]}end\n"
    short = "term: >-\n  as its writer\n  broke it\nexample: |\n  " + LONG + "\n"
    assert laid(short) == short


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("see: [ a,b ,\n  c ]\n", "see: [a, b, c]\n"),
        ("see:\n- a\n-   b\n", "see:\n  - a\n  - b\n"),
        ("see:\n-\n  - a\n- {}\n- []\n", "see:\n  - - a\n  - {}\n  - []\n"),
        ("{id: a, see: [b]}\n", "id: a\nsee: [b]\n"),
        ("---\nid: a\n...\n", "id: a\n"),
        ("id: a\r\nterm: b\r\n", "id: a\nterm: b\n"),
        ("id: a\n\n\n\nterm: b\n\n", "id: a\n\nterm: b\n"),
        ("? id\n: a\n", "id: a\n"),
        ("id:\nterm: ''\n", "id:\nterm: ''\n"),
    ],
)
def test_punctuation_has_one_form(before: str, after: str) -> None:
    assert laid(before) == after


def test_rows_of_a_table_that_do_not_fit_are_all_spread() -> None:
    path = "curriculum/lessons/3-5/a.yml"
    after = laid(f"objectives:\n- {{id: a, text: {LONG}end}}\n- {{id: b, text: short}}\n", path)
    assert "\n  - id: b\n    text: short\n" in after
    assert laid("objectives:\n- {text: short, id: b}\n", path) == (
        "objectives:\n  - {id: b, text: short}\n"
    )


def test_the_first_line_comes_back_and_moves_up() -> None:
    data, _ = formatted(b"id: a\n" + MODELINE.encode() + b"term: b\n", PATH, Term, "term")
    assert data.decode() == MODELINE + "id: a\nterm: b\n"


def test_what_cannot_be_read_is_left_alone(district: Path) -> None:
    (district / PATH).write_text("id: [a\n", "utf-8")
    (found,) = changes(district, [PATH])
    assert found.data == b"id: [a\n"
    assert [one.path for one in found.findings] == [PATH]
    (found,) = changes(district, ["mkdocs.yml"])
    assert found.findings


@pytest.mark.parametrize("seed", range(120))
def test_any_tree_with_any_comments(seed: int) -> None:
    chance = random.Random(seed)
    flow = chance.choice([None, True, False])
    words = yaml.safe_dump(
        _tree(chance, 0),
        default_flow_style=flow,
        width=chance.choice([20, 80, 200]),
        indent=chance.choice([2, 4]),
        allow_unicode=True,
        sort_keys=False,
    )
    _same(words, chance)


def _tree(chance: random.Random, depth: int) -> Any:
    form = chance.randrange(3) if depth < 4 else 2
    if form == 0 or depth == 0:
        names = ("id", "term", "see", "status", "x y", "1", "ключ", "a:b", "#n", "objectives")
        return {name: _tree(chance, depth + 1) for name in chance.sample(names, 4)}
    if form == 1:
        return [_tree(chance, depth + 1) for _ in range(chance.randrange(4))]
    parts = ("word", "# no", "a: b", "\n", "  ", "- x", "“é”", "'", '"', "12:30", "no", ",", "]")
    return " ".join(chance.choice(parts) for _ in range(chance.randrange(40)))


def _same(words: str, chance: random.Random) -> None:
    """Comments and empty lines are strewn over the file where the tree stays the same."""
    before = source.parse(words.encode(), PATH)
    assert before.findings == ()
    lines = words.split("\n")
    for number in range(chance.randrange(6)):
        at = chance.randrange(len(lines))
        line = " " * chance.randrange(8) + chance.choice([f"# remark {number}", ""])
        tried = [*lines[:at], line, *lines[at:]]
        if chance.random() < 0.5:
            tried = [*lines[:at], f"{lines[at]} # beside {number}", *lines[at + 1 :]]
        read = source.parse("\n".join(tried).encode(), PATH)
        lines = tried if not read.findings and read.tree == before.tree else lines
    data = "\n".join(lines).encode()
    after, findings = formatted(data, PATH, Lesson, "lesson")
    assert findings == (), findings
    assert source.parse(after, PATH).tree == before.tree
    assert formatted(after, PATH, Lesson, "lesson") == (after, ()), after.decode()


def run(root: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[int, str]:
    monkeypatch.chdir(root)
    result = CliRunner().invoke(cli.main, ["format", *arguments])
    return result.exit_code, result.output


def test_the_command_names_what_it_lays_out(
    district: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(district, monkeypatch)[0] == 0
    assert run(district, monkeypatch) == (0, "No file needed another layout.\n")
    words = (district / PATH).read_text("utf-8")
    (district / PATH).write_text(words.replace("id: source\n", "") + "id: source\n", "utf-8")
    code, said = run(district, monkeypatch, "--check", "curriculum")
    assert (code, said) == (1, f"{PATH}\n1 file would be laid out anew.\n")
    assert (district / PATH).read_text("utf-8").endswith("id: source\n")
    assert run(district, monkeypatch, PATH) == (0, f"{PATH}\n1 file laid out anew.\n")
    assert (district / PATH).read_text("utf-8") == words


def test_the_command_leaves_broken_files_alone(
    district: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (district / PATH).write_text("id: [a\n", "utf-8")
    code, said = run(district, monkeypatch, PATH)
    assert code == 1
    assert f"{PATH}:" in said
    assert (district / PATH).read_text("utf-8") == "id: [a\n"
    for wrong in ("nowhere.yml", "..", "tests/nothing"):
        assert run(district, monkeypatch, wrong)[0] == 2
