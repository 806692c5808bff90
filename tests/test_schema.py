"""The schemas tell a writer in the editor what to write in every field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from builder import schema
from builder.model.grades import BANDS, GRADES
from builder.validation import remedy

SCHEMAS = {name: json.loads(data) for name, data in schema.schemas().items()}
# Lists of which each choice explains itself; all others are explained value by value.
PLAIN = ({*BANDS}, {*GRADES}, {"ela", "math", "arts"})


def fields(made: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of a schema, with the part that it stands in."""
    for part, told in {"": made, **made.get("$defs", {})}.items():
        for name, field in told.get("properties", {}).items():
            yield f"{part}.{name}".lstrip("."), field


def choices(field: dict[str, Any]) -> set[str]:
    """The words that a field may hold, if the list is closed."""
    inner = [field, *field.get("anyOf", ()), *([field["items"]] if "items" in field else ())]
    return {str(one) for told in inner for one in told.get("enum", ())}


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_says_what_to_write(name: str) -> None:
    silent = {
        field: told.get("description")
        for field, told in fields(SCHEMAS[name])
        if len(told.get("description", "").split()) < 3
    }
    assert silent == {}


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_part_says_what_it_is(name: str) -> None:
    parts = {"": SCHEMAS[name], **SCHEMAS[name].get("$defs", {})}
    assert [one for one, told in parts.items() if "description" not in told] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_choice_is_named_in_the_description(name: str) -> None:
    for field, told in fields(SCHEMAS[name]):
        allowed = choices(told)
        if any(plain <= allowed for plain in PLAIN):
            continue
        words = re.findall(r"[\w-]+", told["description"])
        assert allowed <= set(words), f"{name}: {field}"


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_description_is_one_line_of_whole_sentences(name: str) -> None:
    for field, told in fields(SCHEMAS[name]):
        assert re.fullmatch(r"[A-Z“`0-9][^\n]+[.?:”]", told["description"]), f"{name}: {field}"


def patterns(made: Any) -> Iterator[str]:
    """Every pattern that words of a field must fit."""
    for key, told in made.items() if isinstance(made, dict) else enumerate(made):
        if key == "pattern" and isinstance(told, str):
            yield told
        elif isinstance(told, dict | list):
            yield from patterns(told)


def test_a_pattern_takes_the_same_letters_in_an_editor_as_in_a_check() -> None:
    """Digits and letters of every script fit `\\d` and `\\w` of a check, and no number is made of
    them."""
    found = {one for made in SCHEMAS.values() for one in patterns(made)}
    assert len(found) > 8
    assert [one for one in found if re.search(r"\\[dDwWbB]", one)] == []


def test_words_that_do_not_fit_a_pattern_get_a_remedy() -> None:
    found = {one for made in SCHEMAS.values() for one in patterns(made)}
    assert [one for one in found if not remedy(one)] == []
