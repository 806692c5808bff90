"""JSON-LD of pages: terms of schema.org, whole addresses, and what a page translates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest
import vocabulary
from projects import ROOT, edit

from builder import build
from builder.pages import every
from builder.plugin import build_site

_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
ORIGIN = "https://sample.example.org/"
Json = dict[str, Any]
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # rdflib's own reader


def scripts(site: Path) -> dict[str, str]:
    """The JSON-LD of every page by its address below the root."""
    found = {}
    for file in sorted(site.rglob("index.html")):
        told = _SCRIPT.findall(file.read_text("utf-8"))
        assert len(told) == 1, file
        address = file.relative_to(site).parent.as_posix() + "/"
        found[address.removeprefix("./")] = told[0]
    return found


def shape(value: Any) -> Any:
    """The terms without what is said: pages alike in these need one look."""
    if isinstance(value, dict):
        return {
            name: inner if name in ("@type", "@context") else shape(inner)
            for name, inner in value.items()
        }
    if isinstance(value, list):
        return sorted({json.dumps(shape(one), sort_keys=True) for one in value})
    return ""


def read(site: Path, path: str) -> Json:
    told = _SCRIPT.findall((site / path / "index.html").read_text("utf-8"))
    found: Json = json.loads(told[0])
    return found


@pytest.fixture(scope="module")
def told(built: Path) -> dict[str, str]:
    return scripts(built / "site")


def test_every_page_of_the_site_uses_terms_of_schema_org(real_site: Path) -> None:
    unlike: dict[str, tuple[str, str]] = {}
    for address, words in scripts(real_site).items():
        unlike.setdefault(json.dumps(shape(json.loads(words)), sort_keys=True), (address, words))
    assert len(unlike) > 15
    for address, words in unlike.values():
        assert list(vocabulary.faults(words)) == [], address


def test_every_type_of_page_of_the_sample_does_in_each_language(told: dict[str, str]) -> None:
    for address, words in told.items():
        assert list(vocabulary.faults(words)) == [], address


PLANTED = (
    ('"teaches"', '"teeches"', "no property is called teeches"),
    ('"DefinedTerm"', '"DefinedWord"', "no type is called DefinedWord"),
    ('"timeRequired"', '"termCode"', "termCode is not said of"),
    ('"educationalRole"', '"typicalAgeRange"', "typicalAgeRange is not said of"),
    ("https://schema.org/", "https://schema.example/", "no property is called"),
)


@pytest.mark.parametrize(("old", "new", "said"), PLANTED)
def test_a_term_that_is_none_is_found(told: dict[str, str], old: str, new: str, said: str) -> None:
    words = told["lessons/two-sources/"]
    assert list(vocabulary.faults(words)) == []
    assert old in words
    assert any(one.startswith(said) for one in vocabulary.faults(words.replace(old, new)))


def test_what_pages_name_stands_in_the_site(told: dict[str, str], built: Path) -> None:
    """Addresses are whole, and lead to a page and a place on it."""
    for address, words in told.items():
        data = json.loads(words)
        assert data["url"] == data["@id"] == ORIGIN + address
        for place in addresses(data):
            page, fragment = urldefrag(place.removeprefix(ORIGIN))
            if page.endswith((".json", ".csv")):
                assert (built / "site" / page).is_file()
                continue
            html = (built / "site" / page / "index.html").read_text("utf-8")
            assert not fragment or f'id="{fragment}"' in html, (address, place)


def addresses(value: Any) -> Iterator[str]:
    """Every address of ours in the data."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from addresses(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from addresses(inner)
    elif isinstance(value, str) and value.startswith(ORIGIN):
        yield value


def test_a_lesson_says_what_a_catalog_asks(built: Path) -> None:
    """The least that domain experts ask for: name to url, LRMI's plain properties."""
    data = read(built / "site", "lessons/two-sources")
    asked = "name description inLanguage license educationalLevel learningResourceType timeRequired"
    assert all(data[name] for name in (*asked.split(), "teaches", "url", "dateModified"))
    term = data["teaches"][0]
    assert term == {
        "@id": f"{ORIGIN}strands/understand/#3-5-und-1",
        "@type": "DefinedTerm",
        "inDefinedTermSet": {"@id": f"{ORIGIN}strands/understand/"},
        "name": "I can build a sorter from examples and explain that people chose them.",
        "termCode": "3-5.UND.1",
        "url": f"{ORIGIN}strands/understand/#3-5-und-1",
    }
    assert {"@id": term["@id"]} in data["assesses"]


def test_a_strand_is_the_set_that_a_lesson_names(built: Path) -> None:
    lesson, strand = (
        read(built / "site", path) for path in ("es/lessons/two-sources", "es/strands/evaluate")
    )
    assert strand["@id"] in [one["inDefinedTermSet"]["@id"] for one in lesson["teaches"]]
    terms = {one["@id"]: one for one in strand["hasDefinedTerm"]}
    own = next(one for one in lesson["teaches"] if one["termCode"] == "3-5.EVA.1")
    assert terms[own["@id"]]["name"] == own["name"]
    case = json.loads((built / "site/es/case.json").read_text("utf-8"))
    names = {one["humanCodingScheme"]: one["identifier"] for one in case["CFItems"]}
    assert terms[own["@id"]]["identifier"] == f"urn:uuid:{names['3-5.EVA.1']}"


def test_days_are_those_of_the_content(project: Path) -> None:
    path = "curriculum/lessons/3-5/two-sources.yml"
    change = "added_on: 2026-11-22\nchanges: [{on: 2026-12-02, text: A new card.}]"
    edit(project, path, "added_on: 2026-11-22", change)
    site = build_site(project, dirty=True)
    data = read(site, "lessons/two-sources")
    assert (data["datePublished"], data["dateModified"]) == ("2026-11-22", "2026-12-02")
    assert "dateModified" not in read(site, "guides/3-5"), "nobody knows when it changed"


def test_a_page_names_what_it_translates_where_it_stands_in_the_language(built: Path) -> None:
    site = built / "site"
    english = read(site, "lessons/two-sources")
    assert english["workTranslation"] == [{"@id": f"{ORIGIN}es/lessons/two-sources/"}]
    assert "translationOfWork" not in english
    spanish = read(site, "es/lessons/two-sources")
    assert spanish["translationOfWork"] == {"@id": f"{ORIGIN}lessons/two-sources/"}
    assert "workTranslation" not in spanish
    arabic = read(site, "ar/lessons/two-sources")
    assert "translationOfWork" not in arabic, "most of it is in English there"
    guide = read(site, "guides/3-5")
    assert guide["workTranslation"] == [
        {"@id": f"{ORIGIN}{language}/guides/3-5/"} for language in ("es", "ar")
    ]


def test_hostile_words_cannot_end_the_script(project: Path) -> None:
    hostile = '</script><script>alert(1)</script><!--" \\u003c'
    path = "curriculum/lessons/3-5/two-sources.yml"
    edit(project, path, "title: Two sources", f"title: {json.dumps(hostile)}")
    site = build_site(project, dirty=True)
    assert read(site, "lessons/two-sources")["name"] == hostile


def test_every_page_type_is_looked_at(built: Path) -> None:
    there = {one.kind for one in build.load(built).addresses}
    types = {one.name for one in every()}
    assert types - there <= {"unit"}, "the sample has no unit"
    assert {one.kind for one in build.load(ROOT).addresses} == types
