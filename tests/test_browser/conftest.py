"""One browser and one build of the real site for all tests in this folder.

CURRICULUM_SITE=site takes a folder that is already built; CHROMIUM names another browser.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from test_browser import chromium, serving
from test_browser.chromium import Tab
from test_browser.serving import Built


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    """Chromium."""
    with chromium.launched() as launched:
        yield launched


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The real site, served."""
    with serving.built(tmp_path_factory.mktemp("project")) as built:
        yield built


@pytest.fixture(scope="session")
def shared(chrome: Browser, built: Built) -> Tab:
    """The one tab that the tests of this session share."""
    return chromium.tab(chrome, built.origin)


@pytest.fixture
def tab(shared: Tab) -> Tab:
    """The shared tab at a desk, without what the test before chose and the site remembers."""
    shared.forget()
    shared.page.set_viewport_size({"width": 1280, "height": 900})
    return shared


@pytest.fixture
def fresh(chrome: Browser, built: Built) -> Iterator[Tab]:
    """A tab of a reader who has never been here, on a phone."""
    tab = chromium.tab(chrome, built.origin, viewport={"width": 360, "height": 740})
    yield tab
    tab.page.context.close()
