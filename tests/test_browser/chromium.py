"""Chromium as the tests open it, and a page that remembers what happened while it loaded."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    CDPSession,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    sync_playwright,
)

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # nothing leaves this machine
]
# The first is Chromium without windows, which opens the same pages in two thirds of the time.
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser")
MISSING = (
    "These tests open pages in Chromium, and there is none. Install it with"
    " `sudo apt-get install chromium-headless-shell fonts-noto-core fonts-noto-cjk`,"
    " or name yours in CHROMIUM=/path/to/chromium."
)
# A policy lets no style sheet in that it does not know; one that is made in the page it does.
_STYLE = """words => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(words)
  document.adoptedStyleSheets = [sheet]
}"""
_SIGHT = Path(__file__).with_name("sight.js").read_text("utf-8")
# Runs before any script of a page: what its Content-Security-Policy refuses is written down.
_LISTEN = """
window.__refused = []
addEventListener("securitypolicyviolation", event =>
  window.__refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`))
"""


def executable() -> str:
    """Where Chromium is; the test fails where it is not."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), "")
    if not os.access(found, os.X_OK):
        pytest.fail(MISSING, pytrace=False)
    return found


@contextmanager
def launched() -> Iterator[Browser]:
    """A browser, closed at the end."""
    path = executable()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Tab:
    """A page that is used again and again; each visit begins with empty lists."""

    page: Page
    origin: str
    off_origin: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def visit(self, path: str) -> Page:
        """Open the path of this origin and wait until it has loaded."""
        for told in (self.off_origin, self.failed, self.errors, self.dialogs):
            told.clear()
        self.page.goto(self.origin + path, wait_until="load")
        return self.page

    def style(self, words: str) -> None:
        """Let the page that is open have these styles beside its own."""
        self.page.evaluate(_STYLE, words)

    def asked(self, question: str) -> list[str]:
        """What of the page that is open somebody may not see or not hit: a question of sight.js."""
        self.page.evaluate(_SIGHT)
        told: list[str] = self.page.evaluate(question)
        return told

    def wait(self, promised: str, arg: object, seconds: float = 10) -> None:
        """Wait until what the function of the page promises is true.

        Playwright's own `wait_for_function` takes the promise itself for an answer.
        """
        end = time.monotonic() + seconds
        while not self.page.evaluate(promised, arg):
            assert time.monotonic() < end, f"{promised} is not true of {arg}"
            self.page.wait_for_timeout(50)

    def forget(self) -> None:
        """Take away what pages of this origin keep from visit to visit."""
        self.page.goto("about:blank")
        asked = {"origin": self.origin, "storageTypes": "all"}
        self._devtools.send("Storage.clearDataForOrigin", asked)

    @cached_property
    def _devtools(self) -> CDPSession:
        return self.page.context.new_cdp_session(self.page)

    @property
    def refused(self) -> list[str]:
        """What the policy of the page that is open refused."""
        told: list[str] = self.page.evaluate("window.__refused")
        return told

    def listen(self) -> None:
        """Begin to write down."""
        self.page.on("request", self._request)
        self.page.on("requestfailed", self._failure)
        self.page.on("response", self._response)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", self._dialog)

    def _ours(self, address: str) -> bool:
        return address.startswith((self.origin, "data:", "blob:", "about:"))

    def _request(self, request: Request) -> None:
        if not self._ours(request.url):
            self.off_origin.append(request.url)

    def _failure(self, request: Request) -> None:
        if request.failure in ("csp", "origin") and request.url in self.off_origin:
            self.off_origin.remove(request.url)  # it never left the page
        if request.failure != "net::ERR_ABORTED":  # an icon, when the tab had already gone on
            self.failed.append(f"{request.url}: {request.failure}")

    def _response(self, response: Any) -> None:
        if response.status >= 400:
            self.failed.append(f"{response.url}: {response.status}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def _dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()


def tab(browser: Browser, origin: str, **options: Any) -> Tab:
    """A tab of its own context, without motion, in which everything is written down.

    Pages are not kept for reading without a connection, unless `service_workers` is "allow".
    """
    options = {"service_workers": "block", **options}
    context = browser.new_context(reduced_motion="reduce", **options)
    context.add_init_script(_LISTEN)
    made = Tab(context.new_page(), origin)
    made.listen()
    return made
