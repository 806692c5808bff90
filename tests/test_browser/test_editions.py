"""Two editions and the next one, as a web server hands them out: to change between them, to be told
which one is read, and never to end nowhere.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import projects
import publishing
import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect
from promises import LONG, Tried

from builder import cli, evaluation
from test_browser import axe, chromium
from test_browser.chromium import Tab
from test_browser.serving import served
from test_browser.test_markup import faults

pytestmark = pytest.mark.browser

LESSON, OLD = "lessons/two-sources/", "lessons/test-a-tool/"
LANGUAGES = {"en": "", "es": "es/", "ar": "ar/"}
RETIRED = "status: retired\nreplaced_by: next-word\nsubjects:"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The branch as files: 2025-26; 2026-27 with a lesson retired and one new; what comes next."""
    root = projects.make(tmp_path_factory.mktemp("editions") / "project")
    (root / ".gitignore").write_text(".cache/\n/site/\n.site-*/\n", "utf-8")
    publishing.git(root, "init", "-q", "-b", "main")
    lessons = root / "curriculum/lessons"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        projects.edit(root, "curriculum/district.yml", '"2026-27"', '"2025-26"')
        run(root, "release", "2025-26")
        projects.edit(root, "curriculum/district.yml", '"2025-26"', '"2026-27"')
        projects.edit(root, "curriculum/lessons/9-12/test-a-tool.yml", "subjects:", RETIRED)
        words = (lessons / "3-5/two-sources.yml").read_text("utf-8")
        new = words.replace("id: two-sources", "id: three-sources").replace(
            "title: Two sources", "title: Three sources"
        )
        (lessons / "3-5/three-sources.yml").write_text(new, "utf-8")
        run(root, "release", "2026-27")
        new = new.replace("three-sources", "four-sources").replace("Three sources", "Four sources")
        (lessons / "3-5/four-sources.yml").write_text(new, "utf-8")
        run(root, "publish")
        run(root, "withdraw", "guess-the-rule", "--reason", "A picture was not ours.")
    folder = tmp_path_factory.mktemp("served")
    archive = subprocess.run(
        ["git", "-C", str(root), "archive", publishing.BRANCH], check=True, capture_output=True
    )
    subprocess.run(["tar", "-x", "-C", str(folder)], check=True, input=archive.stdout)
    return folder


def run(root: Path, *words: str) -> None:
    """Commit what there is, and run the command."""
    publishing.git(root, "add", "-A")
    publishing.git(root, "commit", "-q", "--allow-empty", "-m", "changed")
    done = CliRunner().invoke(cli.main, list(words))
    assert done.exit_code == 0, done.output


@pytest.fixture(scope="module")
def origin(published: Path) -> Iterator[str]:
    """Where the branch is served."""
    with served(published) as origin:
        yield origin


@pytest.fixture(scope="module")
def held(chrome: Browser, origin: str) -> Iterator[Tab]:
    """A phone whose browser speaks English."""
    tab = chromium.tab(chrome, origin, viewport={"width": 360, "height": 740}, locale="en-US")
    yield tab
    tab.page.context.close()


@pytest.fixture
def phone(held: Tab) -> Tab:
    """The phone of a reader who has never been here."""
    held.forget()
    return held


def opened(page: Page) -> dict[str, str]:
    """The list of editions, opened: each with its address below the site."""
    page.locator(".edition summary").click()
    page.wait_for_selector(".edition [aria-current]")
    origin: str = page.evaluate("location.origin + '/'")
    links = page.locator(".edition a")
    return {
        one.inner_text(): str(one.evaluate("one => one.href")).removeprefix(origin)
        for one in links.all()
    }


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES.keys())
def test_another_edition_opens_the_same_page_in_the_same_language(phone: Tab, prefix: str) -> None:
    page = phone.visit(f"latest/{prefix}{LESSON}")
    assert list(opened(page).values()) == [
        f"next/{prefix}{LESSON}",
        f"latest/{prefix}{LESSON}",
        f"2025-26/{prefix}{LESSON}",
    ]
    page.locator(".edition a").last.click()
    page.wait_for_url(f"**/2025-26/{prefix}{LESSON}")
    expect(page.locator(".edition summary")).to_contain_text("2025-26")
    assert phone.failed == []
    assert phone.refused == []


def test_a_page_that_an_edition_lacks_leads_to_the_nearest_one(phone: Tab) -> None:
    page = phone.visit("latest/ar/lessons/three-sources/student/")
    found = list(opened(page).values())
    assert found[0] == "next/ar/lessons/three-sources/student/"
    assert found[2] == "2025-26/ar/lessons/"
    for place in found:
        assert page.request.get(phone.origin + place).ok, place


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES.keys())
def test_an_older_edition_says_so_and_leads_on(phone: Tab, prefix: str) -> None:
    page = phone.visit(f"2025-26/{prefix}{OLD}")
    bar = page.locator(".offer--edition")
    expect(bar).to_contain_text("2025-26")
    expect(bar).to_contain_text("2026-27")
    told = bar.inner_text()
    assert told.startswith(f"[{prefix[:2]}] This is the edition" if prefix else "This is the")
    bar.locator("a").click()
    page.wait_for_url(f"**/latest/{prefix}{OLD}")
    expect(page.locator(".notice--retired")).to_be_visible()
    expect(page.locator(".offer--edition")).to_have_count(0)
    page.locator(".notice--retired a").click()
    page.wait_for_url(f"**/latest/{prefix}lessons/next-word/")
    assert phone.failed == []


def test_the_notice_runs_the_way_of_its_language(phone: Tab) -> None:
    page = phone.visit(f"2025-26/ar/{LESSON}")
    bar = page.locator(".offer--edition")
    expect(bar).to_be_visible()
    assert bar.evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert not phone.asked("sight.cut()")


def test_what_comes_next_says_that_it_is_not_in_use(phone: Tab) -> None:
    page = phone.visit("next/lessons/four-sources/")
    expect(page.locator(".offer--edition")).to_contain_text("not in use yet")
    page.locator(".offer--edition a").click()
    page.wait_for_url("**/latest/lessons/")
    assert phone.failed == []


def test_the_current_edition_asks_for_nothing_until_the_list_is_opened(phone: Tab) -> None:
    asked: list[str] = []
    phone.page.on("request", lambda one: asked.append(one.url))
    page = phone.visit(f"latest/{LESSON}")
    page.wait_for_load_state("networkidle")
    assert not [one for one in asked if "editions.js" in one or "versions.json" in one]
    page = phone.visit(f"2026-27/{LESSON}")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".offer--edition")).to_have_count(0)


def test_the_language_switch_stays_in_the_edition(phone: Tab) -> None:
    page = phone.visit(f"2025-26/{LESSON}")
    page.locator(".md-header .lang summary").click()
    page.locator(".md-header .lang a[hreflang=ar]").click()
    page.wait_for_url(f"**/2025-26/ar/{LESSON}")


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES.keys())
def test_a_withdrawn_lesson_tells_it_and_nothing_more(phone: Tab, prefix: str) -> None:
    for edition in ("2025-26", "2026-27", "latest", "next"):
        page = phone.visit(f"{edition}/{prefix}lessons/guess-the-rule/")
        told = "This was taken away."
        expect(page.locator("h1")).to_have_text(f"[{prefix[:2]}] {told}" if prefix else told)
        page.locator("main a").click()
        page.wait_for_url(f"**/{edition}/{prefix}")
        assert phone.refused == []


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("latest/es/lessons/four-sources/", "latest/es/lessons/ next/es/lessons/four-sources/"),
        (
            "2025-26/lessons/three-sources/",
            "latest/lessons/three-sources/ next/lessons/three-sources/",
        ),
        (
            "ar/tools/class-chat/",
            "latest/ar/tools/class-chat/ 2025-26/ar/tools/class-chat/ next/ar/tools/class-chat/",
        ),
        ("lessons/two-sources/handouts/gone/", "latest/lessons/two-sources/"),
        ("no/such/page", ""),
    ],
)
def test_an_address_without_a_page_offers_where_there_is_one(
    phone: Tab, asked: str, offered: str
) -> None:
    page = phone.visit(asked)
    if offered:
        page.wait_for_selector("main li:first-child p:nth-of-type(3) a")
    links = page.locator("main li").first.locator("a").evaluate_all("all => all.map(a => a.href)")
    found = [one.removeprefix(phone.origin) for one in links]
    assert found[1:] == offered.split()
    assert found[0].startswith("latest/")
    for place in found:
        assert page.request.get(phone.origin + place).ok, place
    assert phone.refused == []
    assert phone.off_origin == []


def test_without_a_script_an_edition_names_itself_and_the_way_on(
    chrome: Browser, origin: str
) -> None:
    tab = chromium.tab(chrome, origin, java_script_enabled=False)
    page = tab.visit("")
    page.wait_for_url("**/latest/")
    page = tab.visit(f"2025-26/ar/{LESSON}")
    expect(page.locator(".edition summary")).to_contain_text("2025-26")
    page.locator(".edition summary").click()
    page.locator(".edition a").click()
    page.wait_for_url(f"**/latest/ar/{LESSON}")
    page.context.close()


def test_what_has_changed_reaches_families_in_their_language(phone: Tab) -> None:
    page = phone.visit("latest/es/changes/families/")
    expect(page.locator("h1")).to_have_text("[es] What has changed for families")
    page = phone.visit("latest/es/changes/teachers/")
    rows = page.locator(".changes li")
    expect(rows.filter(has_text="Three sources")).to_have_count(1)
    expect(rows.filter(has_text="Test a tool").first).to_contain_text("[es] The next word")
    page = phone.visit("2025-26/changes/")
    expect(page.locator(".lead")).to_contain_text("first edition")


def test_each_edition_keeps_its_own_pages_without_a_connection(
    chrome: Browser, origin: str
) -> None:
    tab = chromium.tab(chrome, origin, service_workers="allow")
    page = tab.visit(f"2025-26/{LESSON}")
    found = "async address => !!(await caches.match(address))"
    tab.wait(found, page.url)
    page = tab.visit(f"latest/{LESSON}")
    tab.wait(found, page.url)
    names = page.evaluate("async () => (await caches.keys()).sort()")
    assert names == ["/2025-26/files", "/2025-26/pages", "/latest/files", "/latest/pages"]
    page.context.close()


def test_a_page_that_was_withdrawn_is_not_shown_from_the_device(
    chrome: Browser, tmp_path: Path, published: Path
) -> None:
    """What was read before is gone from the device too, once the site says that it is gone."""
    subprocess.run(["cp", "-a", f"{published}/.", str(tmp_path)], check=True)
    with served(tmp_path) as origin:
        tab = chromium.tab(chrome, origin, service_workers="allow")
        page = tab.visit(f"latest/{LESSON}")
        address = page.url
        kept = "async address => (await (await caches.match(address))?.text())?.includes('Two s')"
        tab.wait(kept, address)
        file = tmp_path / f"latest/{LESSON}index.html"
        file.write_text("<h1>taken away</h1>", "utf-8")
        page.reload()
        expect(page.locator("h1")).to_have_text("taken away")
        tab.wait(
            "async address => (await (await caches.match(address)).text()).includes('taken')",
            address,
        )
        file.unlink()
        page.reload()
        tab.wait("async address => !(await caches.match(address))", address)
        page.context.close()


# What stands on no page of a site that is built: the bar of an older edition, the list of editions,
# a page that was withdrawn.
BESIDE = {
    "an older edition": f"2025-26/{{}}{LESSON}",
    "the list of editions": f"latest/{{}}{LESSON}",
    "a page that was withdrawn": "latest/{}lessons/guess-the-rule/",
}


@pytest.mark.promise("axe")
@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES.keys())
@pytest.mark.parametrize("what", BESIDE)
def test_what_editions_bring_has_no_violation(
    what: str, prefix: str, phone: Tab, tried: Tried
) -> None:
    page = phone.visit(BESIDE[what].format(prefix))
    if what == "the list of editions":
        opened(page)
    elif what == "an older edition":
        expect(page.locator(".offer--edition")).to_be_visible()
    for scheme in evaluation.PALETTES:
        page.emulate_media(color_scheme=scheme)
        assert axe.asked(phone, axe.OPTIONS["light"]) == [], scheme
    assert phone.asked("sight.cut()") == []
    tried("views of what editions bring", len(evaluation.PALETTES))


@pytest.mark.promise("markup")
def test_what_editions_bring_is_sound_html(published: Path, tried: Tried) -> None:
    """Every page of the branch; in the short round what editions bring and some of the rest."""
    way_in = published / "index.html"
    assert 'http-equiv="refresh"' in way_in.read_text("utf-8")
    brought = {way_in} | {
        published / path.format(prefix) / "index.html"
        for path, prefix in product(BESIDE.values(), LANGUAGES.values())
    }
    pages = brought.union(sorted(published.rglob("*.html"))[:: 1 if LONG else 5])
    found = {one: faults(one.read_text("utf-8")) for one in pages}
    assert not {one: told for one, told in found.items() if told}
    tried("pages of editions", len(pages))
