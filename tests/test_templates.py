"""What a template shows of a passage, of interface words and of addresses."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from builder import templates
from builder.model.text import Line, Prose, State, Text, Title
from builder.templates import Reader, words_for

ENGLISH = Reader("en", "ltr", {})
SPANISH = Reader("es", "ltr", {"English has changed": "El inglés cambió", "Hi": "Hola"})
ARABIC = Reader("ar", "rtl", {"English has changed": "تغيّر النص الإنجليزي"})
HOSTILE = "<script>alert(1)</script>\"'&{{ 7*7 }}{name}"


def show(template: str, reader: Reader = ENGLISH, **values: Any) -> str:
    """The template's own words as the environment of all pages renders them."""
    made = templates.environment().from_string(template)
    token = templates._READER.set(replace(reader, shown=type(reader.shown)()))
    try:
        return made.render(values)
    finally:
        templates._READER.reset(token)


# Passages


def test_a_passage_carries_its_address() -> None:
    assert show("{{ one }}", one=Title("Hi", "title")) == '<span data-at="title">Hi</span>'
    assert show("{{ one }}", one=Line("*Hi*", "a/b")) == '<span data-at="a/b"><em>Hi</em></span>'
    told = '<div data-at="a" class="text"><p>Hi</p>\n</div>'
    assert show("{{ one }}", one=Prose("Hi", "a")) == told


def test_an_english_passage_says_so_on_a_page_in_another_language() -> None:
    one = Title("Hi", "title", state=State.MISSING)
    told = '<span data-at="title" lang="en" dir="ltr" class="english">Hi</span>'
    assert show("{{ one }}", ARABIC, one=one) == told
    assert 'class="text english"' in show("{{ one }}", ARABIC, one=Prose("Hi", "a"))


@pytest.mark.parametrize("state", [State.DRAFT, State.REVIEWED])
def test_a_translated_passage_has_the_language_of_its_page(state: State) -> None:
    one = Title("Hola", "title", "es", state, english="Hi")
    assert show("{{ one }}", SPANISH, one=one) == '<span data-at="title">Hola</span>'


def test_a_stale_translation_is_kept_and_marked_in_the_language_of_the_page() -> None:
    one = Title("مرحبا", "title", "ar", State.STALE, english="Hi")
    assert show("{{ one }}", ARABIC, one=one) == (
        '<span data-at="title" class="stale">'
        '<span class="state state--stale" lang="ar" dir="rtl">تغيّر النص الإنجليزي</span> '
        "مرحبا</span>"
    )


def test_a_stale_passage_shown_in_english_is_marked_and_says_its_language() -> None:
    one = Prose("Hi", "a", "en", State.STALE, careful=True)
    told = show("{{ one }}", ARABIC, one=one)
    assert told.startswith('<div data-at="a" lang="en" dir="ltr" class="text english stale">')
    assert '<p class="state state--stale" lang="ar" dir="rtl">' in told


@pytest.mark.parametrize("kind", [Title, Line, Prose])
@pytest.mark.parametrize("filter", ["", "|name"])
def test_a_passage_is_never_markup_nor_a_template(kind: type[Text], filter: str) -> None:
    told = show(f"{{{{ one{filter} }}}}", one=kind(HOSTILE, HOSTILE))
    assert "<script" not in told
    assert "49" not in told
    assert "{{ 7*7 }}{name}" in told


def test_the_name_of_another_document_has_no_address() -> None:
    assert show("{{ one|name }}", one=Title("Hi", "title")) == "Hi"
    told = '<span lang="en" dir="ltr">Hi</span>'
    assert show("{{ one|name }}", ARABIC, one=Title("Hi", "title")) == told
    assert show("{{ one|name }}", one=Markup("<b>Hi</b>")) == "<b>Hi</b>"


def test_what_a_list_shows_can_be_found_again_on_the_english_page() -> None:
    at = re.compile(r'data-at="(~[0-9a-f]{10})"')
    english = show("{{ one|listed }}", one=Title("Hi", "title"))
    hola = Title("Hola", "title", "es", english="Hi")
    spanish = show("{{ one|listed }}", SPANISH, one=hola)
    other = show("{{ one|listed }}", one=Title("Hey", "title"))
    assert at.findall(spanish) == at.findall(english) != at.findall(other)
    assert len(at.findall(spanish)) == 1
    missing = show("{{ one|listed }}", ARABIC, one=Title("Hi", "title"))
    assert missing == '<span lang="en" dir="ltr">Hi</span>'
    assert show("{{ one|listed }}", one=Markup("<b>Hi</b>")) == "<b>Hi</b>"


def test_every_passage_that_a_page_shows_is_counted() -> None:
    reader = replace(SPANISH, shown=type(SPANISH.shown)())
    token = templates._READER.set(reader)
    try:
        page = templates.environment().from_string("{{ a }}{{ b }}{{ b|name }}")
        page.render(a=Title("x"), b=Title("y", state=State.MISSING))
    finally:
        templates._READER.reset(token)
    assert reader.shown == {(False, State.SOURCE): 1, (False, State.MISSING): 2}


# Interface words


def test_words_are_said_in_the_language_of_the_reader() -> None:
    assert words_for(SPANISH, "Hi") == "Hola"
    assert words_for(ARABIC, "Hi") == "Hi"
    assert show("{{ _('Hi') }}", SPANISH) == "Hola"


def test_words_and_values_are_escaped() -> None:
    reader = Reader("es", "ltr", {"{name} has": "<b>{name}</b> tiene"})
    told = words_for(reader, "{name} has", name="<i>")
    assert told == "&lt;b&gt;&lt;i&gt;&lt;/b&gt; tiene"
    assert show("{{ _('{name} has', name=n) }}", reader, n="<i>") == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("{name.__class__}", "{name.__class__}"),  # nothing is formatted
        ("{name!r:<30}", "{name!r:&lt;30}"),
        ("{0} {} {name", "{0} {} {name"),
        ("%(name)s {name}", "%(name)s X"),
        ("{name} {name}", "X X"),
        ("{other}", "{other}"),
    ],
)
def test_only_a_whole_placeholder_is_replaced(words: str, told: str) -> None:
    assert words_for(Reader("es", "ltr", {"w": words}), "w", name="X") == told


def test_a_value_that_looks_like_a_placeholder_stays_what_it_is() -> None:
    for values in ({"first": "{second}", "second": "2"}, {"second": "2", "first": "{second}"}):
        assert words_for(ENGLISH, "{first} and {second}", **values) == "{second} and 2"


def test_markup_among_the_values_stays_markup() -> None:
    assert words_for(ENGLISH, "Level {name}", name=Markup("<b>1</b>")) == "Level <b>1</b>"


# Addresses


@pytest.mark.parametrize(
    ("page", "to", "place"),
    [
        ("", "", "./"),
        ("", "lessons/", "lessons/"),
        ("lessons/", "", "../"),
        ("lessons/", "lessons/", "../lessons/"),
        ("lessons/a/", "lessons/b/", "../../lessons/b/"),
        ("lessons/a/handouts/b/", "glossary/#ai", "../../../../glossary/#ai"),
        ("lessons/", "#here", "../#here"),
    ],
)
def test_a_link_is_relative_to_the_page(page: str, to: str, place: str) -> None:
    for reader in (ENGLISH, SPANISH):
        assert show("{{ link(to) }}", replace(reader, path=page), to=to) == place


def test_a_shared_file_stands_above_the_language() -> None:
    path = "search/"
    assert show("{{ asset('a.css') }}", replace(ENGLISH, path=path)) == "../a.css"
    assert show("{{ asset('a.css') }}", replace(SPANISH, path=path)) == "../../a.css"


def test_a_day_is_written_as_the_language_writes_it() -> None:
    day = date(2026, 11, 22)
    assert show("{{ day|day }}", day=day) == "November 22, 2026"
    assert show("{{ day|day }}", SPANISH, day=day) == "22 de noviembre de 2026"
    assert "2026" in show("{{ day|day }}", Reader("tl", "ltr", {}), day=day)


def test_a_name_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(UndefinedError):
        show("{{ nothing }}")
