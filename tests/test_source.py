"""The strict YAML reader: what it keeps, where it says things stand, what it refuses, how fast."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from conftest import SAMPLE

from builder import source
from builder.source import Position, Source, parse

Said = list[tuple[int, int, str]]


def read(words: str) -> Source:
    return parse(words.encode(), "sample.yml")


def said(words: str | bytes) -> Said:
    """Line, column and message of everything that was refused."""
    data = words.encode() if isinstance(words, str) else words
    found = parse(data, "sample.yml")
    assert not found.findings or found.tree == {}
    return [(one.line, one.column, one.message) for one in found.findings]


# What is read


WORDS = (
    *("no", "yes", "on", "null", "~", "1.10", "010", "0x1F", "1_000", "12:30", "1e3", ".nan"),
    *("2026-11-22", "True", "=", "3-5"),
)


@pytest.mark.parametrize("words", WORDS)
def test_a_value_stays_the_text_that_was_written(words: str) -> None:
    assert read(f"a: {words}").tree == {"a": words}
    assert read(f"a: [{words}]").tree == {"a": [words]}
    assert read(f"{words}: a").tree == {words: "a"}


def test_an_empty_value_is_empty_text() -> None:
    assert read("a:\nb: ''").tree == {"a": "", "b": ""}


def test_text_in_every_form() -> None:
    words = "a: \"x: y\\n\\u00e9\"\nb: 'it''s'\nc: |\n  one\n\n  two\nd: >-\n  one\n  two\n"
    assert read(words).tree == {"a": "x: y\né", "b": "it's", "c": "one\n\ntwo\n", "d": "one two"}


def test_lists_and_fields_in_each_other() -> None:
    words = "a:\n  - b: 1\n    c: [x, {d: y}]\n  - - z\n"
    assert read(words).tree == {"a": [{"b": "1", "c": ["x", {"d": "y"}]}, ["z"]]}


@pytest.mark.parametrize(
    "letters",
    [
        "می\u200cخواهم",
        "क्\u200dष",
        "👩\u200d🏫",
        "שלום\u200f",
        "abc\u200e",
        "ខ្មែរ",
        "繁體",
        "\u061cعربي",
        "\u200bzero",
        "𝒜",
    ],
)
def test_letters_that_languages_need_pass(letters: str) -> None:
    assert read(f"a: {letters}").tree == {"a": letters}


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_of_any_system(end: str) -> None:
    words = end.join(["id: x", "about: |", "  one", "  two", "list:", "  - a", "  - b: c", ""])
    found = read(words)
    assert found.findings == ()
    assert found.tree == {"id": "x", "about": "one\ntwo\n", "list": ["a", {"b": "c"}]}
    assert found.position(("list", 1, "b")) == Position(7, 8)


def test_a_byte_order_mark_at_the_start_is_no_letter() -> None:
    found = parse(b"\xef\xbb\xbfa: 1", "sample.yml")
    assert found.tree == {"a": "1"}
    assert found.position(("a",), of_key=True) == Position(1, 1)


# Where things stand


PLACED = """\
id: x
list:
  - a
  - id: b
    words: |
      one
flow: {from: 8, to: [1, 22]}
"""


@pytest.mark.parametrize(
    ("loc", "line", "column"),
    [
        (("id",), 1, 5),
        (("list", 0), 3, 5),
        (("list", 1), 4, 5),
        (("list", 1, "id"), 4, 9),
        (("list", 1, "words"), 5, 12),
        (("flow", "from"), 7, 14),
        (("flow", "to", 1), 7, 25),
    ],
)
def test_the_place_of_a_value(loc: source.Loc, line: int, column: int) -> None:
    assert read(PLACED).position(loc) == Position(line, column)


def test_the_place_of_a_name() -> None:
    found = read(PLACED)
    assert found.position(("list",), of_key=True) == Position(2, 1)
    assert found.position(("list", 1, "words"), of_key=True) == Position(5, 5)
    assert found.position(("list", 1), of_key=True) == Position(4, 5)


def test_what_was_not_written_stands_at_what_is_around_it() -> None:
    found = read(PLACED)
    assert found.position(("list", 1, "title")) == Position(4, 5)
    assert found.position(("list", 9)) == Position(3, 3)
    assert found.position(("title",)) == Position(1, 1)
    assert found.position(()) == Position(1, 1)


def test_a_column_counts_letters_not_bytes() -> None:
    assert read("a: [ខ្មែរ, é, 𝒜, z]").position(("a", 3)) == Position(1, 18)


# What is refused


def test_a_tab() -> None:
    assert said("a:\n\tb: 1") == [(2, 1, "a tab stands here")]
    assert said("a: one\ttwo") == [(1, 7, "a tab stands here")]


@pytest.mark.parametrize("code", [0x00, 0x07, 0x0B, 0x1B, 0x7F, 0x85, 0x9B, 0x2028, 0x2029, 0xFEFF])
def test_a_control_character(code: int) -> None:
    assert said(f"a: b\nc: d{chr(code)}e") == [
        (2, 5, f"a control character stands here (U+{code:04X})")
    ]


@pytest.mark.parametrize("code", [0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2069])
def test_a_character_that_reorders_text(code: int) -> None:
    assert said(f"a: b{chr(code)}c") == [
        (1, 5, f"a character that reorders text stands here (U+{code:04X})")
    ]


@pytest.mark.parametrize("escape", ["\\0", "\\x1b", "\\x85", "\\u202e", "\\L", "\\N", "\\uFEFF"])
def test_an_escape_that_makes_one(escape: str) -> None:
    message = "an escape makes a character that is refused"
    assert said(f'a: "b{escape}"') == [(1, 4, message)]
    assert said(f'"b{escape}": a') == [(1, 1, message)]


def test_a_file_in_another_encoding() -> None:
    message = "this byte is not UTF-8 text"
    assert said("a: 1\nb: é".encode("latin-1")) == [(2, 4, message)]
    assert said("a: 1".encode("utf-16")) == [(1, 1, message)]
    assert said(b"a: \xed\xa0\x80") == [(1, 4, message)]


def test_parts_that_are_named_repeated_or_merged() -> None:
    assert said("a: &x 1\nb: *x") == [
        (1, 4, "“&x” names a part for reuse"),
        (2, 4, "“*x” repeats another part"),
    ]
    assert said("a: {<<: b}") == [(1, 5, "“<<” merges another part")]


@pytest.mark.parametrize(
    "tag", ["!!python/name:os.system", "!!python/object/apply:os.system", "!x"]
)
def test_a_tag(tag: str) -> None:
    ((line, column, message),) = said(f"a: {tag} b")
    assert (line, column) == (1, 4)
    assert message.endswith("is a YAML tag")


def test_a_name_that_stands_twice() -> None:
    found = read("a: 1\nb: 2\na: 3").findings
    assert [(one.line, one.column, one.message) for one in found] == [(3, 1, "“a” stands twice")]
    assert found[0].hint == "Keep one of them; the other stands in line 1."
    assert said("a:\n  - b: 1\n    b: 1\n  - b: 1") == [(3, 5, "“b” stands twice")]


def test_a_second_document_or_a_directive() -> None:
    assert said("a: 1\n---\nb: 2") == [(2, 1, "a second document begins here")]
    assert said("%YAML 1.1\n---\na: 1") == [(1, 1, "a % directive stands here")]
    assert said("---\na: 1") == []


@pytest.mark.parametrize("words", ["", "# nothing\n", "---\n", "hello", "- a\n- b\n", "[a]", "~"])
def test_a_file_without_fields(words: str) -> None:
    assert said(words) == [(1, 1, "this file holds no fields")]


def test_a_name_that_is_no_text() -> None:
    message = "a field name is not plain text"
    assert said("{[a]: b, '': c}") == [(1, 2, message)]
    assert said("? {a: b}\n: c") == [(1, 3, message)]
    assert said("a: &x 1\n*x : b")[1:] == [(2, 1, "“*x” repeats another part"), (2, 1, message)]


@pytest.mark.parametrize(
    ("words", "line", "column", "message"),
    [
        ("a: b: c", 1, 5, "a colon stands inside unquoted text, or a line is indented too far"),
        (
            "a: 1\n  b: 2",
            2,
            4,
            "a colon stands inside unquoted text, or a line is indented too far",
        ),
        ("a: b\nc\nd: e", 3, 1, "a line without “name:” stands here or just above"),
        ('a: 1\nb: "x\nc: y', 2, 4, "these quotes are never closed"),
        ("a: 'it's'", 1, 8, "something stands here that is no “name: value” line"),
        ("a: `x`", 1, 4, "unquoted text may not begin with this character"),
        ("a: **bold**", 1, 5, "unquoted text may not begin with * or &"),
        ("a: - b", 1, 4, "a list cannot begin on the line of its name"),
        ("a: [b\nc: d", 2, 2, "a comma or ] is missing"),
        ("a: {b: c\n", 2, 1, "a comma or } is missing"),
        ('a: "\\q"', 1, 5, "after \\ in double quotes stands a letter that means nothing"),
    ],
)
def test_broken_syntax_in_plain_words(words: str, line: int, column: int, message: str) -> None:
    assert said(words) == [(line, column, message)]


def test_every_refusal_has_a_remedy() -> None:
    for words in (
        "a: b: c",
        "a: ]",
        "a: &x 1",
        "a: *x",
        "a: !x b",
        "a: 1\na: 1",
        "\t",
        "a: \x01",
        "",
    ):
        assert all(one.hint for one in read(words).findings)


def test_all_of_it_is_said_at_once() -> None:
    assert len(said("a: &x 1\nb: *x\na: 2\nc: !t 3")) == 4


def test_a_long_name_is_cut_in_what_is_said() -> None:
    ((_, _, message),) = said(f"a: &{'x' * 5000} 1")
    assert len(message) < 100


# How much


M = source.MOST_BYTES


def _filled(part: str, before: str = "", after: str = "") -> bytes:
    return (before + part * ((M - len(before) - len(after)) // len(part.encode())) + after).encode()


BOMBS = {
    "laughs": b"a: &a [x,x]\n" + b"".join(b"b%d: &b%d [*a,*a,*a]\n" % (n, n) for n in range(7000)),
    "open lists": b"a: " + b"[" * (M - 3),
    "open lists on lines": b"a: " + b"[\n" * (M // 2 - 3),
    "open fields": b"a: " + b"{a: " * (M // 4 - 3),
    "lists in lists": b"- " * (M // 2),
    "stairs": b"".join(b" " * deep + b"a:\n" for deep in range(600)),
    "names of names": _filled("? "),
    "items": _filled("- a\n", "a:\n"),
    "items in one line": _filled("a,", "a: [", "]"),
    "fields in one line": _filled("a: b,", "a: [", "]"),
    "names": b"".join(b"k%d: 1\n" % number for number in range(18_000)),
    "the same name": _filled("a: 1\n"),
    "repeats": _filled("- *a\n", "a:\n"),
    "merges": _filled("- <<: 1\n", "a:\n"),
    "tabs": _filled("\t"),
    "controls": _filled("\x01"),
    "reordering": _filled("\u202e"),
    "escapes": _filled('- "\\x01"\n', "a:\n"),
    "quotes that stay open": _filled("x \n", 'a: "'),
    "comments": _filled("#\n", "a: 1\n"),
    "documents": _filled("---\n"),
    "one long text": _filled("x", "a: "),
    "one long name": _filled("x", "", ": a"),
    "colons": _filled(":"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_read_or_refused_in_two_seconds(name: str) -> None:
    assert len(BOMBS[name]) <= M
    begun = time.process_time()
    found = parse(BOMBS[name], "bomb.yml")
    assert time.process_time() - begun < 2
    assert len(found.findings) <= 150


def test_a_file_above_its_limit_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.yml"
    file.write_bytes(b"a: " + b"x" * M)
    (finding,) = source.read(file, "large.yml").findings
    assert finding.message == "this file is larger than 200 kB"
    assert parse(file.read_bytes(), "large.yml").findings == (finding,)
    file.write_bytes(b"a: " + b"x" * (M - 3))
    assert source.read(file, "large.yml").findings == ()


def test_five_thousand_lines_of_text_are_enough() -> None:
    lines = "  x\n" * 2_500
    assert said(f"a: |\n{lines}b: |\n{lines}") == []
    many = f"a: |\n{lines}b: |\n{lines}  x\n"
    assert said(many) == [(2502, 4, "this file has more than 5,000 lines of text")]


def test_twenty_levels_are_deep_enough() -> None:
    assert said("a: " + "[" * 19 + "]" * 19) == []
    assert said("a: " + "[" * 20 + "]" * 20) == [(1, 23, "parts are nested more than 20 deep")]


def test_no_bytes_break_the_reader() -> None:
    chance = random.Random(2026)
    sample = (SAMPLE / "curriculum/lessons/3-5/two-sources.yml").read_bytes()
    letters = b"\n\n  :-[]{},'\"&*!|>%@`#?\\\t\r\x00\x85\xff\xc2ab0"
    for _ in range(600):
        data = bytearray(sample[: chance.randrange(len(sample))])
        for _ in range(chance.randrange(1, 12)):
            data.insert(chance.randrange(len(data) + 1), chance.choice(letters))
        found = parse(bytes(data), "odd.yml")
        lines = bytes(data).count(b"\n") + bytes(data).count(b"\r") + 1
        assert all(1 <= one.line <= lines + 1 and one.column >= 1 for one in found.findings)
