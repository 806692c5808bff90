"""A lesson on the screen of the class: a segment at a time, by keys, the notes in their window."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from test_browser import chromium
from test_browser.chromium import Tab
from test_browser.serving import Built, place

pytestmark = pytest.mark.browser

PATH = "lessons/second-source/present/"


def shown(page: Page) -> list[int]:
    """The numbers of the slides that stand on the screen."""
    seen: list[int] = page.locator(".slide").evaluate_all(
        "all => all.flatMap((one, number) => one.checkVisibility() ? [number] : [])"
    )
    return seen


@pytest.mark.parametrize(
    ("language", "forth", "back"),
    [
        ("en", "ArrowRight", "ArrowLeft"),
        ("es", "ArrowRight", "ArrowLeft"),
        ("ar", "ArrowLeft", "ArrowRight"),
    ],
)
def test_keys_lead_through_the_lesson(tab: Tab, language: str, forth: str, back: str) -> None:
    page = tab.visit(place(PATH, language))
    last = page.locator(".slide").count() - 1
    assert shown(page) == [0]
    page.keyboard.press(forth)
    assert shown(page) == [1]
    expect(page.locator(".slide:visible h2")).to_be_focused()
    page.keyboard.press("End")
    assert shown(page) == [last]
    page.keyboard.press(forth)
    assert shown(page) == [last]
    page.keyboard.press(back)
    assert shown(page) == [last - 1]
    page.reload()
    assert shown(page) == [last - 1]
    assert tab.refused == []


def test_a_letter_that_is_said_outside_the_lesson_does_nothing(tab: Tab) -> None:
    page = tab.visit(PATH)
    page.keyboard.press("ArrowRight")
    timer = page.locator("[data-do=timer]")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("t")
    expect(timer).to_have_attribute("aria-pressed", "false")
    page.locator(".slide:visible h2").focus()
    page.keyboard.press("t")
    expect(timer).to_have_attribute("aria-pressed", "true")


def test_the_timer_runs_and_says_when_it_is_over(chrome: Browser, built: Built) -> None:
    tab = chromium.tab(chrome, built.origin)
    tab.page.clock.install()
    page = tab.visit(PATH)
    expect(page.locator("[data-do=timer]")).to_be_disabled()
    page.keyboard.press("ArrowRight")
    minutes = int(page.locator(".slide:visible").get_attribute("data-minutes") or 0)
    page.keyboard.press("t")
    left = page.locator(".slide:visible .slide__left")
    page.clock.run_for(1_500)
    expect(left).to_have_text(f"{minutes - 1}:59")
    page.clock.run_for(minutes * 60_000)
    expect(left).to_have_text("Time is up")
    page.keyboard.press("t")
    expect(left).to_be_hidden()
    page.context.close()


def test_the_notes_go_along_in_a_window_of_their_own(chrome: Browser, built: Built) -> None:
    tab = chromium.tab(chrome, built.origin)
    page = tab.visit(PATH)
    page.keyboard.press("ArrowRight")
    assert not page.locator(".slide:visible .slide__notes .text").is_visible()
    with page.context.expect_page() as told:
        page.keyboard.press("n")
    notes = told.value
    expect(notes.locator(".slide:visible .slide__notes .text").first).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(notes.locator(".slide").nth(2)).to_be_visible()
    notes.keyboard.press("ArrowRight")
    expect(page.locator(".slide").nth(3)).to_be_visible()
    page.context.close()


def test_without_a_script_every_segment_can_be_read(chrome: Browser, built: Built) -> None:
    tab = chromium.tab(chrome, built.origin, java_script_enabled=False)
    page = tab.visit(PATH)
    assert len(shown(page)) == page.locator(".slide").count() > 4
    expect(page.locator(".present__bar")).to_be_hidden()
    page.context.close()
