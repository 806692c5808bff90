"""The badge and the summary of each language: how much is translated, and who stands behind it."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import projects
import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import GUIDE, ROOT

from builder import badges, build, po, settings
from builder.plugin import build_site
from builder.settings import Language
from builder.templates import Reader
from builder.translations import Counts, percent, zero

SPACE = "{http://www.w3.org/2000/svg}"
SPANISH = Language(id="es", name="Español", english="Spanish")
ARABIC = Language(id="ar", name="العربية", english="Arabic", direction="rtl")
WORDS = {
    "Machine draft": "Borrador",
    "Checked by a person": "Revisado",
    "English has changed": "Cambió",
    "In English": "En inglés",
    "For families": "Para familias",
}
READER = Reader("es", "ltr", WORDS)


def counts(draft: int = 0, reviewed: int = 0, stale: int = 0, missing: int = 0) -> Counts:
    total = draft + reviewed + stale + missing
    return {
        "total": total,
        "missing": missing,
        "stale": stale,
        "draft": draft,
        "reviewed": reviewed,
    }


def read(svg: str) -> tuple[str, str, str]:
    """What a badge says: its title, the name, the words beside it."""
    tree = ElementTree.fromstring(svg)
    title = tree.findtext(f"{SPACE}title") or ""
    name, told = ("".join(one.itertext()) for one in tree.iter(f"{SPACE}text"))
    return title, name, told


def told(one: Counts, reader: Reader = READER, language: Language = SPANISH) -> str:
    return read(badges.badge(language, one, reader))[2].replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (counts(draft=98, missing=2), "98 % · Borrador"),
        (counts(reviewed=100), "100 % · Revisado"),
        (counts(reviewed=98, missing=2), "98 % · Revisado"),
        (counts(draft=60, reviewed=38, missing=2), "98 % · Revisado: 38 %"),
        (counts(draft=999, reviewed=1), "100 % · Borrador"),
        (counts(draft=1, reviewed=999), "100 % · Revisado: 99 %"),
        (counts(draft=999, missing=1), "99 % · Borrador"),
        (counts(draft=50, stale=50), "50 % · Borrador"),
        (counts(stale=9, missing=1), "0 % · En inglés"),
        (counts(missing=7), "0 % · En inglés"),
        (zero(), "0 % · En inglés"),
    ],
)
def test_a_badge_says_how_much_and_who_stands_behind_it(one: Counts, words: str) -> None:
    assert told(one) == words


def test_the_title_tells_every_state() -> None:
    title, name, _ = read(badges.badge(SPANISH, counts(4, 3, 2, 1), READER))
    assert name == "Español"
    assert title == ("Español – Para familias – Borrador: 4, Revisado: 3, Cambió: 2, En inglés: 1")


def test_words_that_are_not_translated_yet_stand_in_english() -> None:
    bare = Reader("ar", "rtl", {})
    assert told(counts(reviewed=4), bare, ARABIC).endswith("Checked by a person")
    svg = badges.badge(ARABIC, counts(reviewed=4), bare)
    assert 'lang="ar" direction="rtl"' in svg


def test_nothing_in_a_badge_is_fetched_or_run() -> None:
    svg = badges.badge(SPANISH, counts(draft=1), READER)
    tree = ElementTree.fromstring(svg)
    kinds = {one.tag.removeprefix(SPACE) for one in tree.iter()}
    assert kinds == {"svg", "title", "rect", "g", "text", "tspan"}
    assert svg.count("http") == 1, "the name of the space alone"
    assert "url(" not in svg


@pytest.mark.parametrize(
    "name",
    ["<script>x()</script>", '"/><image href="https://evil.example/x">', "&lt;b&gt; & ]]>", "a'b"],
)
def test_a_name_stays_letters(name: str) -> None:
    hostile = SPANISH.model_copy(update={"name": name})
    reader = Reader("es", "ltr", {"Machine draft": name, "For families": name})
    title, shown, words = read(badges.badge(hostile, counts(draft=1), reader))
    assert shown == name
    assert words.endswith(f" · {name}")
    assert title.startswith(f"{name} – {name} – ")
    assert len(list(ElementTree.fromstring(badges.badge(hostile, counts(draft=1), reader)))) == 4


@given(st.builds(counts, *(st.integers(0, 2000) for _ in range(4))))
def test_no_badge_says_more_than_is_there(one: Counts) -> None:
    words = told(one)
    share = int(words.partition(" %")[0])
    done = one["draft"] + one["reviewed"]
    assert share == percent(one)
    assert share * one["total"] <= 100 * done
    assert (share == 100) == (0 < one["total"] == done)
    if one["draft"]:
        assert not words.endswith("Revisado"), "machines' work is never told as checked"
    if one["reviewed"] == 0:
        assert "Revisado" not in words


# In the site


def test_the_site_has_the_summary_and_a_badge_for_each_language(project: Path) -> None:
    site = project / "site"
    assert sorted(one.name for one in (site / "badges").iterdir()) == ["ar.svg", "es.svg"]
    data = json.loads((site / "translations.json").read_text("utf-8"))
    assert list(data) == ["edition", "license", "languages"]
    spanish = data["languages"]["es"]
    assert spanish["name"] == "Español"
    assert spanish["wanted"] == ["family", "lesson", "staff"]
    assert spanish["badge"] == "badges/es.svg"
    assert list(spanish["classes"]["family"]) == [
        *("complete", "total", "missing", "stale", "draft", "reviewed")
    ]
    assert spanish["classes"]["family"]["reviewed"] == 1
    title, name, words = read((site / "badges/es.svg").read_text("utf-8"))
    assert name == "Español"
    assert "[es] Checked by a person: 1" in title
    assert words.replace("\u00a0", " ") == "100 % · [es] Machine draft"


def test_the_page_links_what_it_shows(project: Path) -> None:
    for page, back in (("translations", "../"), ("es/translations", "../../")):
        html = (project / "site" / page / "index.html").read_text("utf-8")
        assert f'href="{back}translations.json" download' in html
        for language in ("es", "ar"):
            assert f'href="{back}badges/{language}.svg"' in html
    assert "100%" in (project / "site/translations/index.html").read_text("utf-8")


def test_a_dirty_build_brings_the_badge_up_to_date(project: Path) -> None:
    projects.change(project, GUIDE, lambda address, entry: po.Entry(entry.english))
    build_site(project, dirty=True)
    words = read((project / "site/badges/es.svg").read_text("utf-8"))[2]
    assert not words.startswith("100")
    projects.without_language(project, "ar")
    build_site(project, dirty=True)
    assert [one.name for one in (project / "site/badges").iterdir()] == ["es.svg"]


def test_the_real_languages_get_badges_that_can_be_read() -> None:
    district = settings.load(ROOT)[0]
    assert district
    site = build.unchecked(ROOT)
    readers = {one.id: site.reader(one.id) for one in district.languages}
    drawn = badges.badges(district, site.statuses, readers)
    assert len(drawn) == len(district.languages)
    for language in district.languages[1:]:
        _, name, words = read(drawn[badges.badge_path(language.id)].decode())
        assert name == language.name
        assert " · " in words
