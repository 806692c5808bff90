"""Pages in the reader's own colours, without motion, and with room for a finger.

One walk asks all of it. In the short round it meets the few types of pages on which every class
of the styles stands, each in one view in turn; in the long round all types in every view.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser
from promises import Tried

from builder import evaluation
from test_browser import chromium
from test_browser.chromium import Tab
from test_browser.serving import PROJECT, Built, in_turn, place

pytestmark = pytest.mark.browser

_OPEN = "for (const one of document.querySelectorAll('main details')) one.open = true"


class Seen(NamedTuple):
    """What the walk found, and how many views it met."""

    views: int
    unseen: list[str]
    moving: list[str]
    small: list[str]
    turned: list[str]


@pytest.fixture(scope="module")
def still(chrome: Browser, built: Built) -> Iterator[Tab]:
    """A tab of a reader who asked for no motion."""
    tab = chromium.tab(chrome, built.origin)
    yield tab
    tab.page.context.close()


@pytest.fixture(scope="module")
def seen(still: Tab, built: Built) -> Seen:
    """The walk."""
    palettes: tuple[Any, ...] = evaluation.PALETTES
    languages = [one.id for one in built.languages]
    views = list(enumerate(product(languages, evaluation.WIDTHS)))
    # Of two views that follow each other, in a type of pages or among types, one is dark.
    met = [
        (kind, palettes[(number + at) % len(palettes)], *view)
        for number, kind in enumerate(built.varied)
        for at, view in in_turn(number * 7, views)
    ]
    found = Seen(len(met), [], [], [], [])
    for kind, palette, language, width in met:
        page, where = still.page, place(built.richest(kind).path, language)
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=palette)
        still.visit(where)
        page.evaluate(_OPEN)
        view = f"/{where} {palette}, {width} px"
        found.moving.extend(told(still, view, "sight.moving()"))
        found.small.extend(told(still, view, f"sight.small({evaluation.TARGET})"))
        found.turned.extend(told(still, view, "sight.turned()"))
        found.unseen.extend(told(still, view, "sight.unseen()"))
        page.emulate_media(forced_colors="active")
        found.unseen.extend(told(still, f"{view}, the reader's colors", "sight.unseen()"))
        page.emulate_media(forced_colors="none")
    return found


def told(tab: Tab, view: str, asked: str) -> list[str]:
    """What the page answers, each with the view it was seen in."""
    return [f"{view}: {one}" for one in tab.asked(asked)]


@pytest.mark.criteria("display", "1.4.1", "1.4.3", "1.4.11", "2.4.7")
@pytest.mark.promise("display")
def test_everything_can_be_seen_in_the_readers_own_colors(seen: Seen, tried: Tried) -> None:
    assert not seen.unseen, "\n".join(seen.unseen)
    tried("views of a page", seen.views)


@pytest.mark.promise("display")
def test_nothing_moves_where_the_reader_asked_for_no_motion(seen: Seen) -> None:
    assert not seen.moving, "\n".join(seen.moving)
    scripts = [*(PROJECT / "overrides" / "assets").rglob("*.js")]
    starts = (".animate(", "smooth", "startViewTransition", "requestAnimationFrame")
    assert not [(one, word) for one in scripts for word in starts if word in one.read_text("utf-8")]


@pytest.mark.criteria("targets", "2.5.8")
@pytest.mark.promise("targets")
def test_what_is_tapped_has_room(seen: Seen, tried: Tried) -> None:
    assert not seen.small, "\n".join(seen.small)
    tried("views of a page", seen.views)


@pytest.mark.promise("directions")
def test_a_page_from_right_to_left_is_the_mirror_image(seen: Seen, tried: Tried) -> None:
    tried("views of a page", seen.views)
    assert not seen.turned, "\n".join(seen.turned)


@pytest.mark.promise("display")
def test_a_passage_that_is_read_aloud_is_seen_in_the_readers_own_colors(still: Tab) -> None:
    page = still.visit("families/")
    page.emulate_media(forced_colors="active")
    look = "() => getComputedStyle(document.querySelector('main p')).outlineStyle"
    assert page.evaluate(look) == "none"
    page.evaluate("document.querySelector('main p').classList.add('is-read')")
    assert page.evaluate(look) == "dashed"
    page.emulate_media(forced_colors="none")


LEAST = f"sight.small({evaluation.TARGET})"


@pytest.mark.parametrize(
    ("asked", "words", "fault"),
    [
        ("sight.unseen()", "<p><b style='color:#999'>Pale</b></p>", "words in rgb(153"),
        ("sight.unseen()", "<svg><path fill='#ddd' d='M0 0h9v9z'/></svg>", "a drawing"),
        ("sight.unseen()", "<button style='border:0'>Send</button>", "a box"),
        ("sight.unseen()", "<a href=x style='outline:0'>Link</a>", "the focus"),
        (
            "sight.unseen()",
            "<ul><li><a href=x aria-current=page>A</a><li><a href=y>B</a></ul>",
            "chosen",
        ),
        ("sight.moving()", "<p style='transition:color 1s'>Fades</p>", "may move"),
        ("sight.moving()", "<p style='scroll-behavior:smooth'>Slides</p>", "may move"),
        ("sight.turned()", "<div style='margin-left:9em'>Words</div>", "does not turn"),
        ("sight.cut()", "<p style='width: 90em'>Wide</p>", "px wide"),
        (
            "sight.cut()",
            "<main style='overflow-x: clip'><p style='width: 90em'>Wide</p></main>",
            "sticks out",
        ),
        (
            "sight.cut()",
            "<div style='overflow: hidden; height: 1em'>One<br>two</div>",
            "cut off",
        ),
        (
            "sight.cut()",
            "<div style='overflow: hidden; width: 2em'><b style='white-space: nowrap'>One, two",
            "cut off",
        ),
        (LEAST, "<button style='all:unset'>A</button><button style='all:unset'>B</button>", "px"),
    ],
)
def test_what_is_wrong_is_found(asked: str, words: str, fault: str, still: Tab) -> None:
    page = still.page
    page.emulate_media(forced_colors="none", color_scheme="light")
    page.goto("about:blank")
    page.set_content(f"<!doctype html><body style='background:#fff'>{words}")
    assert any(fault in one for one in still.asked(asked))


def test_what_is_right_is_left_alone(still: Tab) -> None:
    page = still.page
    page.goto("about:blank")
    ring = "<style>:focus-visible { outline: 2px solid }</style>"
    page.set_content(
        f"{ring}<p>Words with <a href=x>a link</a> and <a href=y>another</a>.</p>"
        "<div style='overflow: auto'><p style='width: 90em'>Wide, and scrolled</p></div>"
        "<p style='position: absolute; top: 0'><a href=z>Under a bar</a></p>"
        "<p style='position: fixed; top: 0'><button>Over it</button></p>"
    )
    questions = ("sight.unseen()", "sight.moving()", LEAST, "sight.turned()", "sight.cut()")
    assert [one for asked in questions for one in still.asked(asked)] == []
