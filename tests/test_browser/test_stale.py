"""English that changed: what each language shows until somebody translates it again.

Passages about privacy show English at once; a lesson's summary keeps its translation, with a mark.
"""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from builder import build
from builder.site import Site
from test_browser.serving import copied

TOPIC, LESSON = "topics/privacy-and-safety", "lessons/3-5/second-source"
PRIVATE = "Keep names, faces, voices and secrets out of AI tools."
NEW = "Keep every name and every face out of AI tools."


class Passage(HTMLParser):
    """The element of an address: its attributes and the letters in it."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address, self.depth = address, 0
        self.attributes: dict[str, str | None] = {}
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if told.get("data-at") == self.address and not self.attributes:
            self.attributes, self.depth = told, 1
        elif self.depth:
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        self.depth = max(0, self.depth - 1)

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.text += data


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real site after two English sentences were changed and nothing was translated.

    No rule stops it; of its pages only those that are looked at are made.
    """
    root = copied(tmp_path_factory.mktemp("stale"))
    topic, lesson = root / f"curriculum/{TOPIC}.yml", root / f"curriculum/{LESSON}.yml"
    words = topic.read_text("utf-8")
    assert PRIVATE in words
    topic.write_text(words.replace(PRIVATE, NEW), "utf-8")
    told = lesson.read_text("utf-8").split("\n")
    number = next(n for n, line in enumerate(told) if line.startswith("summary:"))
    told[number + 1] = f"{told[number + 1]} This sentence is new."
    lesson.write_text("\n".join(told), "utf-8")
    return build.load(root)


def page(site: Site, path: str, language: str) -> str:
    """What is the page's own of a page."""
    address = next(one for one in site.addresses if one.path == path)
    return site.page(language, address).html


def passage(html: str, address: str) -> Passage:
    """The passage of this address on a page."""
    found = Passage(address)
    found.feed(html)
    return found


LANGUAGES = ("es", "zh-Hans", "zh-Hant", "hy", "ko", "vi", "tl", "ar", "fa", "ru", "km", "ja")


@pytest.mark.parametrize("language", LANGUAGES)
def test_privacy_shows_the_new_english_at_once(site: Site, language: str) -> None:
    html = page(site, f"{TOPIC}/", language)
    found = passage(html, "summary")
    assert NEW in found.text
    assert (found.attributes["lang"], found.attributes["dir"]) == ("en", "ltr")
    assert "notice--draft" in html, "the reader is told that a part is in English, and why"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_keeps_its_translation_with_a_mark(site: Site, language: str) -> None:
    html = page(site, "lessons/second-source/", language)
    found = passage(html, "summary")
    assert "This sentence is new." not in found.text
    assert "stale" in str(found.attributes["class"])
    assert found.attributes.get("lang") is None, "it is in the language of the page"
    assert "state--stale" in html
