"""The languages of the settings: each one known, named once, written the way it is written."""

from __future__ import annotations

import re

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from builder import settings
from builder.settings import Settings
from builder.source import parse
from builder.validation import validate

REST = "district: {name: A, short_name: A, phone: A}\nedition: 2026-27\nsite_name: A\nlanguages:\n"


def said(*languages: str) -> list[tuple[int, int, str]]:
    """What is wrong: line and column from the list of languages on, and the sentence."""
    lines = "".join(f"  - {{{one}, name: A, english: A}}\n" for one in ("id: en", *languages))
    _, findings = validate(Settings, parse((REST + lines).encode(), "district.yml"))
    return [(one.line - REST.count("\n"), one.column, one.message) for one in findings]


@pytest.mark.parametrize(
    "language",
    [
        *("id: es", "id: tl", "id: fil", "id: zh-Hant", "id: pa", "id: hnj", "id: km"),
        *("id: ar, direction: rtl", "id: ur, direction: rtl", "id: pa-Arab, direction: rtl"),
        *("id: ko, direction: ltr", "id: sr-Latn"),
    ],
)
def test_a_language_that_cldr_knows_may_be_added(language: str) -> None:
    assert said(language) == []


@pytest.mark.parametrize("tag", ["xx", "qq", "zh-Abcd", "es-Arab"])
def test_a_tag_that_nobody_knows_is_said(tag: str) -> None:
    message = f"id names no language that CLDR knows, “{tag}”: look the tag up there"
    assert said(f"id: {tag}") == [(2, 10, message)]


@pytest.mark.parametrize("tag", ["ar", "fa", "ur", "pa-Arab"])
def test_a_language_from_right_to_left_must_say_so(tag: str) -> None:
    message = f"direction does not fit “{tag}”: write `direction: rtl`"
    assert [words for _, _, words in said(f"id: {tag}")] == [message]
    assert said("direction: ltr, id: " + tag) == [(2, 17, message)]


def test_a_language_from_left_to_right_may_not_say_otherwise() -> None:
    message = "direction does not fit “es”: write `direction: ltr`"
    assert said("id: es, direction: rtl") == [(2, 25, message)]


def test_a_language_stands_once() -> None:
    message = "languages has “es” more than once: keep one of them"
    assert [words for _, _, words in said("id: es", "id: ko", "id: es")] == [message]


def test_the_direction_is_that_of_cldr() -> None:
    tags = {str(Locale.parse(one)).replace("_", "-") for one in locale_identifiers()}
    short = {tag for tag in tags if re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?", tag)}
    assert len(short) > 200
    cldr = {tag: Locale.parse(tag, sep="-").text_direction for tag in short if settings.locale(tag)}
    across = {tag: way for tag, way in cldr.items() if way in ("ltr", "rtl")}
    assert {tag: settings.direction(tag) for tag in across} == across
