"""Feeds of lessons: valid Atom, one entry for each thing that happened, names that stay."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import projects
import pytest
from projects import data_files, edit

from builder.data import feeds

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TWO_SOURCES = "curriculum/lessons/3-5/two-sources.yml"
ADDED = "added_on: 2026-11-22"
CHANGE = f"{ADDED}\nchanges: [{{on: 2026-12-02, text: Card 3 has *easier* words.}}]"


def faults(root: Element) -> Iterator[str]:
    """What of a feed is no valid Atom. Source: RFC 4287, sections 4.1 and 4.2."""
    if root.tag != f"{ATOM}feed":
        yield f"the root is {root.tag}"
    if not root.findall(f"{ATOM}author/{ATOM}name"):
        yield "nobody is named as the author"
    entries = root.findall(f"{ATOM}entry")
    for one in (root, *entries):
        for name in ("id", "title", "updated"):
            if len(one.findall(f"{ATOM}{name}")) != 1:
                yield f"{one.tag} has not one {name}"
        if not re.match(r"[a-z][a-z0-9+.-]*:\S+$", words(one, "id")):
            yield f"{words(one, 'id')} is no absolute IRI"
        for name in ("updated", "published"):
            for moment in one.findall(f"{ATOM}{name}"):
                if not moved(moment.text or ""):
                    yield f"{moment.text} is no moment"
        yield from linked(one)
    ids = [words(one, "id") for one in (root, *entries)]
    if len(set(ids)) != len(ids):
        yield "an id stands twice"
    known = {f"{ATOM}{name}" for name in KNOWN.split()}
    yield from (f"{one.tag} is not known" for one in root.iter() if one.tag not in known)
    own = [one for one in root if one.tag == f"{ATOM}link" and one.get("rel") == "self"]
    if len(own) != 1:
        yield "the feed does not say where it stands"


KNOWN = (
    "feed id title updated link author name rights entry published category summary subtitle"
    " generator icon logo contributor content source uri email"
)


def linked(one: Element) -> Iterator[str]:
    """An entry without content needs a page, and no two pages of one type and language."""
    pages = [link for link in one.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
    if not pages:
        yield f"{one.tag} leads nowhere"
    kinds = [(link.get("type"), link.get("hreflang")) for link in pages]
    if len(set(kinds)) != len(kinds):
        yield "two pages of one type and language"
    if any(not (link.get("href") or "").startswith("https://") for link in pages):
        yield "a page without an address"


def moved(moment: str) -> bool:
    try:
        return datetime.fromisoformat(moment).tzinfo is not None
    except ValueError:
        return False


def words(one: Element, name: str) -> str:
    return one.findtext(f"{ATOM}{name}") or ""


def of(files: Mapping[str, bytes], place: str) -> Element:
    return fromstring(files[place])


def told(root: Element) -> list[tuple[str, str]]:
    """The title and the day of each entry."""
    return [
        (words(one, "title"), words(one, "updated")[:10]) for one in root.findall(f"{ATOM}entry")
    ]


@pytest.fixture(scope="module")
def sample(built: Path) -> Mapping[str, bytes]:
    return data_files(built)


def test_every_feed_of_the_curriculum_is_valid_atom(real_data: Mapping[str, bytes]) -> None:
    found = {place: data for place, data in real_data.items() if place.endswith(".xml")}
    assert len(found) == 4 * 13
    ids = set()
    for place, data in found.items():
        root = fromstring(data)
        assert list(faults(root)) == [], place
        assert len(told(root)) >= 16, place
        ids |= {
            words(one, "id") for one in root.iter() if one.tag in (f"{ATOM}feed", f"{ATOM}entry")
        }
    assert len(ids) == sum(data.count(b"<id>") for data in found.values()), "each once in all feeds"


SPOILT = (
    ("<updated>2026-11-22T00:00:00Z</updated>", ""),
    ("2026-11-22T00:00:00Z", "2026-11-22"),
    ("<id>urn:uuid:", "<id>"),
    ('rel="self"', 'rel="related"'),
    ("<name>Sample Unified School District</name>", ""),
    ("summary>", "blurb>"),
    ('rel="alternate"', 'rel="related"'),
)


@pytest.mark.parametrize(("old", "new"), SPOILT)
def test_what_is_no_atom_is_found(sample: Mapping[str, bytes], old: str, new: str) -> None:
    data = sample["feeds/3-5.xml"].decode()
    assert list(faults(fromstring(data))) == []
    assert old in data
    assert list(faults(fromstring(data.replace(old, new))))


def test_a_lesson_that_came_and_its_change_are_two_entries(district: Path) -> None:
    edit(district, TWO_SOURCES, ADDED, CHANGE)
    feed = of(data_files(district), "feeds/3-5.xml")
    assert told(feed) == [
        ("Changed: Two sources", "2026-12-02"),
        ("New: Two sources", "2026-11-22"),
    ]
    assert words(feed, "updated") == "2026-12-02T00:00:00Z"
    changed, new = feed.findall(f"{ATOM}entry")
    assert words(changed, "summary") == "Card 3 has easier words."
    assert words(new, "summary").startswith("The class reads an answer")
    kinds = [one.find(f"{ATOM}category") for one in (changed, new)]
    assert [one.get("term") for one in kinds if one is not None] == ["changed", "new"]
    page = changed.find(f"{ATOM}link")
    assert page is not None
    assert page.get("href") == "https://sample.example.org/lessons/two-sources/"


def test_the_newest_stands_first_and_the_oldest_fall_off(
    district: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        copy = (district / TWO_SOURCES).read_text("utf-8")
        copy = copy.replace("id: two-sources", f"id: extra-{number}", 1)
        copy = copy.replace("title: Two sources", f"title: Extra {number}", 1)
        copy = copy.replace(ADDED, f"added_on: 2026-11-2{number + 3}")
        (district / f"curriculum/lessons/3-5/extra-{number}.yml").write_text(copy, "utf-8")
    monkeypatch.setattr(feeds, "MOST", 3)
    assert told(of(data_files(district), "feeds/3-5.xml")) == [
        ("New: Extra 2", "2026-11-25"),
        ("New: Extra 1", "2026-11-24"),
        ("New: Extra 0", "2026-11-23"),
    ]


def test_a_feed_speaks_the_language_of_its_folder(project: Path) -> None:
    edit(project, TWO_SOURCES, ADDED, CHANGE)
    files = data_files(project)
    feed = of(files, "ar/feeds/3-5.xml")
    assert feed.get(LANG) == "ar"
    assert told(feed)[1][0] == "[ar] New: [ar] Two sources"
    changed = feed.findall(f"{ATOM}entry")[0]
    summary, title = changed.find(f"{ATOM}summary"), changed.find(f"{ATOM}title")
    assert summary is not None
    assert title is not None
    assert summary.get(LANG) == "en", "what has changed is for teachers, and not translated here"
    assert title.get(LANG) is None
    page = changed.find(f"{ATOM}link")
    assert page is not None
    assert (page.get("hreflang"), page.get("href")) == (
        "ar",
        "https://sample.example.org/ar/lessons/two-sources/",
    )


def test_a_title_in_english_is_english_to_the_end(project: Path) -> None:
    projects.change(project, projects.LESSON, projects.forgotten("title"))
    feed = of(data_files(project), "es/feeds/3-5.xml")
    title = feed.find(f"{ATOM}entry/{ATOM}title")
    assert title is not None
    assert (title.text, title.get(LANG)) == ("New: Two sources", "en")


def test_names_of_entries_stay(project: Path) -> None:
    edit(project, TWO_SOURCES, ADDED, CHANGE)
    before = ids(data_files(project))
    edit(project, TWO_SOURCES, "title: Two sources", "title: Two good sources")
    edit(project, TWO_SOURCES, "*easier* words", "easier words in it")
    edit(project, "curriculum/district.yml", 'edition: "2026-27"', 'edition: "2027-28"')
    assert ids(data_files(project, "https://other.example/")) == before
    assert len(set(before)) == len(before)


def ids(files: Mapping[str, bytes]) -> list[str]:
    return [
        found
        for place, data in sorted(files.items())
        if place.endswith(".xml")
        for found in re.findall("<id>(.*?)</id>", data.decode())
    ]


def test_hostile_words_stay_words(district: Path) -> None:
    hostile = '</title><script>alert("x")</script>&{title}]]>'
    edit(district, TWO_SOURCES, "title: Two sources", f"title: {json.dumps(hostile)}")
    feed = of(data_files(district), "feeds/3-5.xml")
    assert list(faults(feed)) == []
    assert told(feed)[0][0] == f"New: {hostile}"


def test_a_band_without_lessons_keeps_its_feed(district: Path) -> None:
    """Whoever reads it finds it empty, and not gone."""
    edit(district, TWO_SOURCES, "subjects:", "status: retired\nsubjects:")
    feed = of(data_files(district), "feeds/3-5.xml")
    assert list(faults(feed)) == []
    assert told(feed) == []


def test_pages_link_to_every_feed(built: Path) -> None:
    for one in ("lessons", "open-data"):
        html = (built / "site/es" / one / "index.html").read_text("utf-8")
        assert re.findall(r'<a[^>]* href="../feeds/([^"]+)"', html) == [
            *("tk-2.xml", "3-5.xml", "6-8.xml", "9-12.xml"),
        ]
        assert not re.search(r"<link[^>]*(?:alternate|atom)", html), "Material fetches those"
