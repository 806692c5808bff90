"""What a writer is told when a field is wrong: a plain sentence, the place, the remedy."""

from __future__ import annotations

import json
import re
import time
from datetime import date
from typing import Annotated, Literal

import pytest
from conftest import SAMPLE
from pydantic import Field

from builder.finding import Finding
from builder.model.base import Code, Id, Part
from builder.model.curriculum import kind_of
from builder.model.handout import Handout
from builder.model.lesson import Lesson
from builder.model.program import Event
from builder.model.progression import Framework
from builder.model.text import Line, Prose, Title
from builder.settings import Settings
from builder.source import parse
from builder.validation import Day, Flag, Strict, WholeNumber, validate


class Step(Part):
    """A piece with words."""

    id: Id
    text: Line


class Form(Strict):
    """A model with a field of each type."""

    id: Id = "form"
    title: Title = Title("Title")
    words: str = "words"
    kind: Literal["book", "film", "song"] = "book"
    minutes: WholeNumber = 1
    level: Annotated[WholeNumber, Field(ge=0, le=4)] = 0
    block: Flag = False
    on: Day = date(2026, 1, 1)
    codes: Annotated[tuple[Code, ...], Field(min_length=1, max_length=3)] = ("3-5.EVA.1",)
    steps: tuple[Step, ...] = ()
    cells: dict[Id, Line] = {}  # noqa: RUF012
    for_: Step | None = None


def found(words: str) -> list[Finding]:
    _, findings = validate(Form, parse(words.encode(), "form.yml"))
    return list(findings)


def said(words: str) -> list[tuple[int, int, str]]:
    return [(one.line, one.column, one.message) for one in found(words)]


def hint(words: str) -> str:
    (finding,) = found(words)
    return finding.hint


def test_a_whole_form() -> None:
    words = "minutes: 08\nblock: true\non: 2026-11-22\ncodes: [TK-2.UND.1]\nfor: {id: a, text: b}"
    form, findings = validate(Form, parse(words.encode(), "form.yml"))
    assert findings == ()
    assert form is not None
    assert (form.minutes, form.block, form.on) == (8, True, date(2026, 11, 22))
    assert form.for_ is not None
    assert (form.for_.id, form.for_.text.words) == ("a", "b")


def test_what_could_not_be_read_is_passed_on() -> None:
    assert said("id: &x form") == [(1, 5, "“&x” names a part for reuse")]


# Missing and unknown


def test_a_field_is_missing() -> None:
    assert said("steps:\n  - id: a\n") == [(2, 5, "“text” is missing")]
    assert hint("steps:\n  - id: a\n") == "Add a line `text: …` here."
    assert said("for:\n  text: b") == [(2, 3, "“id” is missing")]


def test_a_field_is_unknown_and_one_is_like_it() -> None:
    assert said("id: a\ntitel: b") == [(2, 1, "no such field “titel”")]
    assert hint("titel: b") == "Did you mean “title”?"
    assert hint("for_: {id: a, text: b}") == "Did you mean “for”?"


def test_a_field_is_unknown_deep_in_a_list() -> None:
    words = "steps:\n  - {id: a, text: b}\n  - {id: c, text: d, texd: e}"
    assert said(words) == [(3, 22, "no such field “texd”")]
    assert hint(words) == "Did you mean “text”?"


def test_a_field_is_unknown_and_none_is_like_it() -> None:
    assert hint("zebra: b").startswith("Delete it, or write one of id, title, words,")


def test_braces_of_a_writer_are_only_letters() -> None:
    assert said('"{name}{0}{": b') == [(1, 1, "no such field “{name}{0}{”")]
    assert said('kind: "{name}{"') == [(1, 7, "“{name}{” cannot stand for kind")]


# Empty


@pytest.mark.parametrize("field", ["id", "title", "words", "kind"])
def test_a_text_is_empty(field: str) -> None:
    assert said(f"{field}:") == [(1, len(field) + 2, f"{field} is empty")]
    assert said(f'{field}: ""') == [(1, len(field) + 3, f"{field} is empty")]


def test_blanks_are_no_words() -> None:
    assert said('title: "  "') == [(1, 8, "title is empty")]
    assert said('words: "  "') == [(1, 8, "words is empty")]


def test_an_empty_list_or_part() -> None:
    assert said("codes:") == [(1, 7, "codes needs a list")]
    assert said("codes: []") == [(1, 8, "codes needs at least 1")]
    assert said("for:") == [(1, 5, "for needs fields of its own")]


# Choices and names


def test_a_choice_that_is_none() -> None:
    assert said("kind: fil") == [(1, 7, "“fil” cannot stand for kind")]
    assert hint("kind: fil") == "Write one of book, film, song. Did you mean “film”?"
    assert hint("kind: zebra") == "Write one of book, film, song."


def test_a_list_where_a_choice_belongs() -> None:
    assert said("kind: [book]") == [(1, 7, "kind needs text")]


def test_an_id() -> None:
    assert said("id: Two_Sources") == [(1, 5, "“Two_Sources” cannot stand for id")]
    words = "Use small letters and digits, words joined by single hyphens."
    assert hint("id: Two_Sources") == words
    assert said(f"id: {'a' * 65}") == [(1, 5, "id is longer than 64 characters")]


def test_a_name_of_fields_that_are_free() -> None:
    assert said("cells: {a: b, B c: d}") == [(1, 15, "“B c” cannot stand for cells")]


def test_only_the_items_that_are_wrong() -> None:
    assert said("codes: [3-5.EVA.1, 3-5.eva.2, EVA.3]") == [
        (1, 20, "“3-5.eva.2” cannot stand for codes"),
        (1, 31, "“EVA.3” cannot stand for codes"),
    ]
    assert said("codes: [eva]") == [(1, 9, "“eva” cannot stand for codes")]
    assert hint("codes: [eva]") == "Write a code such as 3-5.EVA.1."
    assert said("codes: [3-5.EVA.1, 3-5.EVA.2, 3-5.EVA.3, 3-5.EVA.4]") == [
        (1, 8, "codes takes at most 3")
    ]


def test_a_long_value_is_cut() -> None:
    ((_, _, message),) = said(f"kind: {'x' * 3000}")
    assert len(message) < 100


# Numbers, flags, days


@pytest.mark.parametrize(
    "words", ["eight", "8.5", "-8", "1e3", "８", "", "[8]", "{a: b}", "9" * 12]
)
def test_no_whole_number(words: str) -> None:
    ((_, _, message),) = said(f"minutes: {words}")
    assert message == "minutes needs a whole number, such as 8"


def test_a_number_out_of_range() -> None:
    assert said("level: 5") == [(1, 8, "level is above 4")]
    assert hint("level: 5") == "Write a number up to 4."


@pytest.mark.parametrize("words", ["yes", "True", "1", "", "[true]"])
def test_no_flag(words: str) -> None:
    ((_, _, message),) = said(f"block: {words}")
    assert message == "block needs true or false"


@pytest.mark.parametrize(
    "words",
    ["22.11.2026", "2026-02-30", "2026-1-2", "20261122", "2026-11-22T00:00", "", "[2026-11-22]"],
)
def test_no_day(words: str) -> None:
    ((_, _, message),) = said(f"on: {words}")
    assert message == "on needs a date such as 2026-11-22"


@pytest.mark.parametrize(
    "more", ["lines: 41", "choices: {many}", "table: {columns: {many}, rows: []}"]
)
def test_a_sheet_is_no_larger_than_paper(more: str) -> None:
    """What stands on each card or in each row, times as many as a file has room for, is a bomb."""
    many = [{"id": f"c{number}", "text": "x"} for number in range(21)]
    words = "id: a\ntitle: b\nfor: student\n" + more.replace("{many}", json.dumps(many))
    _, (finding,) = validate(Handout, parse(words.encode(), "sheet.yml"))
    assert finding.line == 4
    assert re.search("is above 40|takes at most 20", finding.message)


def test_a_month_in_other_digits() -> None:
    words = "id: a\nmonth: 20٢٦-08\ntitle: b\ntime: evening\ntext: c\n"
    _, (finding,) = validate(Event, parse(words.encode(), "event.yml"))
    assert (finding.line, finding.column) == (2, 8)
    assert finding.message == "“20٢٦-08” cannot stand for month"
    assert finding.hint == "Write a month such as 2026-08."


@pytest.mark.parametrize("code", ["a@b", "a b"])
def test_a_code_that_no_alignment_could_name(code: str) -> None:
    words = f"bands: {{{code}: [3-5]}}\ncodes:\n  - {{code: {code}, group: a, text: b}}\n"
    _, findings = validate(Framework, parse(words.encode(), "framework.yml"))
    said = [(one.line, one.message) for one in findings if "a space" in one.hint]
    assert said == [(1, f"“{code}” cannot stand for bands"), (3, f"“{code}” cannot stand for code")]


# Texts, lists, parts


def test_a_list_where_text_belongs() -> None:
    assert said("title: [a]") == [(1, 8, "title needs text")]
    assert said("words: {a: b}") == [(1, 8, "words needs text")]


def test_text_where_a_list_or_fields_belong() -> None:
    assert said("codes: 3-5.EVA.1") == [(1, 8, "codes needs a list")]
    assert said("steps: [a]") == [(1, 9, "steps needs fields of its own")]
    assert said("cells: a") == [(1, 8, "cells needs fields of its own")]


def test_only_prose_keeps_its_paragraphs() -> None:
    class Words(Strict):
        title: Title
        text: Prose

    source = parse(b"title: |\n  one\n\n  two\ntext: |\n  one\n\n  two\n", "words.yml")
    words, _ = validate(Words, source)
    assert words is not None
    assert (words.title.words, words.text.words) == ("one two", "one\n\ntwo")


# All of it


def test_all_mistakes_are_said_at_once() -> None:
    assert len(found("id: A\ntitel: x\nminutes: y\nsteps: [{id: B}]\n")) == 5


def test_the_sample_says_nothing_in_a_validators_own_words() -> None:
    """Every value of every kind of document in turn becomes text, a list, fields, nothing."""
    for file in sorted(SAMPLE.glob("*/**/*.yml")):
        path = file.relative_to(SAMPLE).as_posix()
        kind = kind_of(path)
        for words in _changed(file.read_text("utf-8")):
            source = parse(words.encode(), path)
            if source.findings:
                continue
            _, findings = validate(kind or Settings, source)
            for one in findings:
                assert "cannot be read" not in one.message, (path, one)
                assert "Input should" not in one.message + one.hint, (path, one)


def _changed(text: str) -> list[str]:
    lines = text.splitlines()
    changed = []
    for number, line in enumerate(lines):
        name, colon, _ = line.partition(": ")
        if colon:
            for other in ("", "zebra", "[zebra]", "{zebra: 1}"):
                changed.append(
                    "\n".join([*lines[:number], f"{name}: {other}", *lines[number + 1 :]])
                )
    return changed


def test_a_file_of_mistakes_is_read_in_two_seconds() -> None:
    words = "grades: [" + "x, " * 40_000 + "x]\nteaches: [" + "y, " * 9_000 + "y]\n"
    begun = time.process_time()
    _, findings = validate(Lesson, parse(words.encode(), "lesson.yml"))
    assert time.process_time() - begun < 2
    assert 20 < len(findings) <= 100
