"""The lesson browser: filters whose counts follow, a view in the address, a plan on the device."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from test_browser import chromium
from test_browser.chromium import Tab
from test_browser.serving import Built, place

pytestmark = pytest.mark.browser

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
# What each lesson has, as the page tells it, and whether it is shown.
_ROWS = """() => [...document.querySelectorAll('.results li[data-facts]')].map(row => ({
  id: row.dataset.lesson, facts: row.dataset.facts.split(' '), minutes: Number(row.dataset.minutes),
  teaches: row.dataset.teaches.split(' '), shown: row.checkVisibility() }))"""
_COUNTS = """() => Object.fromEntries([...document.querySelectorAll('.filters [type=checkbox]')]
  .map(box => [`${box.name}:${box.value}`,
    Number(box.parentElement.querySelector('.count').textContent)]))"""


@pytest.fixture
def teacher(chrome: Browser, built: Built) -> Iterator[Any]:
    """Makes the tab of a teacher whose device keeps nothing yet."""
    tabs = []

    def made(**options: Any) -> Tab:
        tabs.append(chromium.tab(chrome, built.origin, **{"viewport": DESK, **options}))
        return tabs[-1]

    yield made
    for tab in tabs:
        tab.page.context.close()


def tick(page: Page, *facts: str) -> None:
    """Tick the boxes of these facts."""
    for fact in facts:
        name, value = fact.split(":")
        page.locator(f'.filters [name="{name}"][value="{value}"]').check()


def fitting(rows: list[dict[str, Any]], facts: tuple[str, ...]) -> list[str]:
    """The lessons that have one of the facts of each name."""
    names = {fact.split(":")[0] for fact in facts}
    wanted = [[fact for fact in facts if fact.startswith(f"{name}:")] for name in names]
    return [
        row["id"]
        for row in rows
        if all(any(fact in row["facts"] for fact in group) for group in wanted)
    ]


@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize(
    "facts",
    [
        ("band:3-5",),
        ("band:3-5", "band:6-8", "device:none"),
        ("grade:7", "subject:science", "level:0"),
        ("strand:safety", "who:unplugged", "time:60"),
        ("band:tk-2", "time:more"),
    ],
    ids="+".join,
)
def test_filters_show_what_fits_and_count_what_would(
    tab: Tab, language: str, facts: tuple[str, ...]
) -> None:
    page = tab.visit(place("lessons/", language))
    tick(page, *(one for one in facts if page.locator(f'[value="{one.split(":")[1]}"]').count()))
    rows = page.evaluate(_ROWS)
    chosen = tuple(
        page.evaluate(
            "() => [...document.querySelectorAll('.filters :checked:not([type=radio])')]"
            ".map(box => `${box.name}:${box.value}`)"
        )
    )
    wanted = fitting(rows, chosen)
    assert [row["id"] for row in rows if row["shown"]] == wanted
    for fact, count in page.evaluate(_COUNTS).items():
        name = fact.split(":")[0]
        others = tuple(one for one in chosen if not one.startswith(f"{name}:"))
        assert count == len(fitting(rows, (*others, fact))), fact
    heading = page.locator("#found").inner_text()
    assert (str(len(wanted)) in heading) or not wanted
    expect(page.locator(".chip")).to_have_count(len(chosen))


def test_a_view_can_be_shared_by_its_address(teacher: Any) -> None:
    page = teacher().visit("lessons/")
    tick(page, "band:6-8", "device:none")
    page.locator("[name=sort][value=time]").check()
    shown = [row["id"] for row in page.evaluate(_ROWS) if row["shown"]]
    minutes = [row["minutes"] for row in page.evaluate(_ROWS) if row["shown"]]
    assert minutes == sorted(minutes)
    _, _, query = page.url.partition("?")
    assert query == "band=6-8&device=none&sort=time"
    other = teacher().visit(f"ar/lessons/?{query}")
    assert [row["id"] for row in other.evaluate(_ROWS) if row["shown"]] == shown


def test_an_odd_address_harms_nothing(tab: Tab) -> None:
    page = tab.visit("lessons/?band=%3Cimg%3E&sort=%22&__proto__=1&band=3-5")
    rows = page.evaluate(_ROWS)
    assert [row["id"] for row in rows if row["shown"]] == fitting(rows, ("band:3-5",))


def test_chips_and_clear_take_filters_out_and_keep_the_place(tab: Tab) -> None:
    page = tab.visit("lessons/")
    tick(page, "band:3-5", "device:none")
    page.locator(".chip").first.press("Enter")
    expect(page.locator(".chip")).to_have_count(1)
    expect(page.locator("#found")).to_be_focused()
    page.locator(".chosen .button").press("Enter")
    rows = page.evaluate(_ROWS)
    assert all(row["shown"] for row in rows)
    expect(page.locator(".chosen")).to_be_hidden()
    assert page.url.endswith("/lessons/")


def test_a_keyboard_filters_on_a_phone(teacher: Any) -> None:
    tab = teacher(viewport=PHONE)
    page = tab.visit("es/lessons/")
    assert not page.locator(".filters form").is_visible()
    page.locator(".filters summary").press("Enter")
    page.locator('[name=band][value="9-12"]').press("Space")
    rows = page.evaluate(_ROWS)
    assert [row["id"] for row in rows if row["shown"]] == fitting(rows, ("band:9-12",))
    assert not tab.asked("sight.cut()")


def test_without_a_script_all_lessons_stand_by_band(chrome: Browser, built: Built) -> None:
    tab = chromium.tab(chrome, built.origin, java_script_enabled=False)
    page = tab.visit("lessons/")
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator("#plan")).to_be_hidden()
    for band in ("tk-2", "3-5", "6-8", "9-12"):
        expect(page.locator(f'h2[id="{band}"]')).to_be_visible()
    assert page.locator(".results li[data-facts]:visible").count() >= 16
    page.context.close()


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_a_plan_adds_up_and_tells_its_gaps(tab: Tab, language: str) -> None:
    page = tab.visit(place("lessons/", language))
    expect(page.locator("#plan")).to_be_hidden()
    chosen = [row for row in page.evaluate(_ROWS) if "band:3-5" in row["facts"]][:3]
    for row in chosen:
        page.locator(f'[id="lesson-{row["id"]}-add"]').click()
    total = sum(row["minutes"] for row in chosen)
    assert str(total) in page.locator("[data-plan=sum]").inner_text()
    expect(page.locator("[data-plan=list] li")).to_have_count(3)
    taught = {code for row in chosen for code in row["teaches"]}
    page.locator("[data-plan=gaps] summary").click()
    gaps = page.locator("[data-plan=gaps] li:visible").evaluate_all(
        "all => all.map(one => one.dataset.code)"
    )
    every = page.locator("[data-code]").evaluate_all("all => all.map(one => one.dataset.code)")
    assert gaps == [one for one in every if one.startswith("3-5.") and one not in taught]
    page.reload()
    expect(page.locator("[data-plan=list] li")).to_have_count(3)
    page.locator(f'[id="lesson-{chosen[0]["id"]}-add"]').click()
    expect(page.locator("[data-plan=list] li")).to_have_count(2)
    page.locator("[data-plan=empty]").click()
    expect(page.locator("#plan")).to_be_hidden()


def test_a_plan_is_saved_as_a_table_and_printed_alone(teacher: Any) -> None:
    page = teacher().visit("lessons/")
    rows = page.evaluate(_ROWS)[:2]
    for row in rows:
        page.locator(f'[id="lesson-{row["id"]}-add"]').click()
    with page.expect_download() as told:
        page.locator("[data-plan=save]").click()
    data = told.value.path().read_bytes()
    assert data.startswith("\ufeff".encode())
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(lines) == 3
    assert [line[2] for line in lines[1:]] == [str(row["minutes"]) for row in rows]
    assert [
        line[4].endswith(f"/lessons/{row['id']}/")
        for line, row in zip(lines[1:], rows, strict=True)
    ]
    page.evaluate(
        "window.print = () => { window.printed = [...document.querySelectorAll("
        "'#page > *')].map(one => getComputedStyle(one).display) }"
    )
    page.emulate_media(media="print")
    page.locator("[data-plan=print]").dispatch_event("click")
    displays = page.evaluate("printed")
    assert displays.count("none") >= len(displays) - 2
    assert "prints-plan" not in (page.locator("body").get_attribute("class") or "")
