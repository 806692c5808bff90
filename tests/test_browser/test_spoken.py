"""What a screen reader is told of the parts that are ours, held against what was written down.

Words of the district and numbers are left out, for content may change. Where a part has changed
on purpose, read what the failure prints as if you heard it, then put it into the file.
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from promises import Tried

from test_browser.chromium import Tab
from test_browser.serving import Built, place

pytestmark = [pytest.mark.browser, pytest.mark.promise("spoken")]

WRITTEN = Path(__file__).with_name("spoken")
PARTS = {
    "guide": ("guide", (".md-header", ".md-tabs", ".foot")),
    "lesson": ("lesson", (".views",)),
    "lessons": ("lessons", (".filters form",)),
    "menu": ("guide", (".lang",)),
    "drawer": ("guide", (".md-sidebar--primary",)),
    "search": ("search", (".search",)),
}
"""Each file: the type of page, and the parts of it."""
OPENERS = {"menu": ".lang summary", "drawer": ".md-header label[for=__drawer]"}


@pytest.mark.criteria("spoken", "1.3.1", "2.4.6", "4.1.2")
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", PARTS)
def test_a_page_tells_what_was_written_down(
    name: str, language: str, tab: Tab, built: Built, tried: Tried
) -> None:
    kind, parts = PARTS[name]
    tab.page.set_viewport_size({"width": 360 if name in OPENERS else 1280, "height": 900})
    page = tab.visit(place(built.richest(kind).path, language))
    if name in OPENERS:
        page.locator(OPENERS[name]).click()
    told = "\n".join(spoken(tab, part, built) for part in parts) + "\n"
    written = (WRITTEN / f"{name}.{language}.yml").read_text("utf-8")
    assert told == written, f"now it is told:\n{told}"
    tried("parts of pages", len(parts))


def spoken(tab: Tab, part: str, built: Built) -> str:
    """The tree of roles and names, without addresses, numbers and the district's own words.

    A label that only repeats the name of its box, and a line like the one before, stand once.
    """
    district = built.site.settings.district
    tree = tab.page.locator(part).first.aria_snapshot()
    for own in (district.name, district.short_name, district.phone, built.site.settings.edition):
        tree = tree.replace(own, "…")
    lines = re.sub(r"\d+", "0", tree).splitlines()
    told = [line for line in lines if "- /url:" not in line]
    label = re.compile(r"\s+- text: (.*)")
    once = [
        line
        for before, line in pairwise(["", *told])
        if not ((said := label.fullmatch(line)) and f'"{said[1]}"' in before)
    ]
    return "\n".join(line for line, _ in groupby(once))
