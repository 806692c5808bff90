"""The index of a language: what each record is for, what many share stands once, little is cut."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import SAMPLE

from builder import search, source
from builder.labels import FOUND
from builder.model import curriculum as model
from builder.model.grades import BANDS
from builder.model.search import Synonyms
from builder.model.text import State, Words
from builder.notes import Notes
from builder.pages import every
from builder.validation import validate

LANGUAGES = ("", "es/", "ar/")
Index = dict[str, Any]


def index(site: Path, folder: str = "") -> Index:
    told: Index = json.loads((site / "site" / folder / "search.json").read_text("utf-8"))
    return told


@pytest.fixture(scope="session")
def english(built: Path) -> Index:
    """The index of the sample district in English."""
    return index(built)


def row(told: Index, place: str) -> list[Any]:
    """The record that leads there, with the columns that were left out."""
    found = next(one for one in told["rows"] if one[0] == place)
    whole: list[Any] = ["", "", "", 0, 0, 0, "", [], 0]
    return [*found, *whole[len(found) :]]


def scope(told: Index, place: str) -> tuple[str, list[str], list[str]]:
    """What a record is found as, its bands and its strands."""
    _, _, _, kind, bands, strands, *_ = row(told, place)
    named = lambda names, bits: [one for n, one in enumerate(told[names]) if bits >> n & 1]  # noqa: E731
    return told["kinds"][kind], named("bands", bands), named("strands", strands)


@pytest.mark.parametrize(
    ("place", "kind", "bands", "strands"),
    [
        ("lessons/two-sources/", "lesson", ["3-5"], ["understand", "evaluate"]),
        ("lessons/", "lesson", [], []),
        ("integrity/6-8/", "integrity", ["6-8"], []),
        ("guides/tk-2/", "families", ["tk-2"], []),
        ("topics/privacy/", "families", list(BANDS), []),
        ("questions/families/", "question", list(BANDS), []),
        ("questions/families/#home-help", "question", list(BANDS), []),
        ("glossary/#pattern", "term", list(BANDS), []),
        ("glossary/#claim", "term", ["6-8", "9-12"], []),
        ("strands/evaluate/", "outcome", list(BANDS), ["evaluate"]),
        ("strands/evaluate/#3-5-eva-1", "outcome", ["3-5"], ["evaluate"]),
        ("progression/frameworks/ailit26/", "outcome", [], []),
        ("tools/class-chat/", "tool", ["3-5", "6-8", "9-12"], []),
        ("translations/", "district", [], []),
        ("accessibility/", "home", [], []),
    ],
)
def test_a_record_knows_its_kind_its_bands_and_its_strands(
    place: str, kind: str, bands: list[str], strands: list[str], english: Index
) -> None:
    assert scope(english, place) == (kind, bands, strands)


def test_every_type_of_page_is_found_as_something_that_has_a_name() -> None:
    assert {search.found_as(one.name, one.section) for one in every()} <= set(FOUND)
    assert search.found_as("a-new-one", "glossary") == "term"
    assert search.found_as("a-new-one", "teachers") == "teachers"


def test_a_lesson_names_its_terms_and_outcomes_by_their_rows(english: Index) -> None:
    uses = [english["rows"][number][0] for number in row(english, "lessons/two-sources/")[7]]
    lesson = model.load(SAMPLE).all(model.Lesson)["two-sources"]
    assert uses[: len(lesson.vocabulary)] == [f"glossary/#{id}" for id in lesson.vocabulary]
    assert "strands/evaluate/#3-5-eva-1" in uses


def test_a_group_leads_to_its_answers_the_youngest_first(english: Index) -> None:
    words, rows = english["groups"][0]
    assert words == "proof,is it true,fake news"
    places = [english["rows"][number][0] for number in rows]
    assert places == [*(f"integrity/{band}/" for band in BANDS), "topics/privacy/"]


def test_words_of_the_language_come_before_the_english(built: Path) -> None:
    words, _ = index(built, "es/")["groups"][0]
    assert words == "[es] proof,is it true,fake news,proof"


@pytest.mark.parametrize("folder", LANGUAGES)
def test_what_is_in_english_elsewhere_says_so(folder: str, built: Path) -> None:
    told = index(built, folder)
    term, lesson = row(told, "glossary/#claim"), row(told, "tools/class-chat/")
    assert term[8] == (1 if folder else 0)
    assert lesson[8] == {"": 0, "es/": 0, "ar/": 3}[folder]


def test_no_row_ends_in_something_empty(english: Index) -> None:
    assert all(one[-1] for one in english["rows"])


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Short.", "Short."),
        ("a" * 180, "a" * 180),
        ("One is long enough to stay. " * 6 + "What follows has no room. Nor has this.", None),
        ("word " * 60, "word " * 35 + "word…"),
        ("一句话说完了。" * 20, "一句话说完了。" * 12),
        ("ពាក្យ\u200b" * 40, ("ពាក្យ\u200b" * 30).rstrip("\u200b") + "…"),
    ],
    ids=range(6),
)
def test_a_summary_ends_with_a_sentence_or_a_word(words: str, shown: str | None) -> None:
    entry = search.Entry(
        "a/", "lesson", "", search.listed({"title": "A", "summary": words, "languages": []})
    )
    told = json.loads(search.index([entry], "en", search.Scopes(model.load(SAMPLE)), []))
    found = told["rows"][0][2]
    assert found == (shown if shown is not None else ("One is long enough to stay. " * 6).strip())
    assert len(found) <= 181


def test_words_are_a_list_and_translators_write_their_own() -> None:
    words = Words.listed(("cheating", "copied  homework"))
    assert words.words == "cheating, copied homework"
    assert words.each == ("cheating", "copied homework")
    told = replace(words, words="غش، نسخ،  cheating", english=words.words, state=State.DRAFT)
    assert told.each == ("غش", "نسخ", "cheating", "copied homework")
    assert replace(words, words="作弊、抄作业，代写；").each == ("作弊", "抄作业", "代写")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("cheating", "words needs a list"),
        ("[]", "words needs at least 1"),
        ('["cheating, copying"]', "words needs words without commas"),
        ("[{a: b}]", "words needs text"),
    ],
)
def test_what_is_no_list_of_words_is_said_at_its_place(words: str, says: str) -> None:
    text = f"id: synonyms\ngroups:\n  - id: cheating\n    words: {words}\n    finds: [integrity]\n"
    document, findings = validate(Synonyms, source.parse(text.encode(), "a.yml"))
    assert document is None
    assert [(one.line, one.message.startswith(says)) for one in findings] == [(4, True)], findings


def test_a_translator_is_told_what_the_words_are_for() -> None:
    document = model.load(SAMPLE).all(Synonyms)["synonyms"]
    note = Notes().on(document, document.groups[0].words, "es")
    assert note == (
        "Search: what readers look for “proof”, words. Typed into the search.\n"
        "The words of your language for it, as many as there are, with commas between."
    )
