"""Axe, as the tests ask it: WCAG 2.0 to 2.2, A and AA, and its best practices.

One best practice, none of WCAG, is not asked of one part: `region`, for Material's drawer opens by
a checkbox that must stand outside the landmarks.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from builder import evaluation
from test_browser.chromium import Tab

_TERSE = {"resultTypes": ["violations"], "iframes": False}
# Only colours change with the palette, so the second palette is looked at for those alone.
OPTIONS: dict[str, dict[str, Any]] = {
    "light": {
        "runOnly": list(evaluation.RULES),
        **_TERSE,
    },
    "dark": {
        "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
        **_TERSE,
    },
}
SCRIPT = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
_START = """options => { window.__axe = axe.run(document, options).then(found => found.violations
  .flatMap(rule => rule.nodes
    .filter(node => rule.id !== 'region' || !node.html.includes('id="__drawer"'))
    .map(node =>
      `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary.replace(/\\s+/g, ' ')}`))) }"""


def start(tab: Tab, options: dict[str, Any]) -> None:
    """Let axe begin; `window.__axe` promises what it finds."""
    if not tab.page.evaluate("window.axe?.version"):  # half a megabyte, read anew for each width
        tab.page.evaluate(SCRIPT)
    tab.page.evaluate(_START, options)


def asked(tab: Tab, options: dict[str, Any]) -> list[str]:
    """What axe finds on the page as it stands."""
    start(tab, options)
    told: list[str] = tab.page.evaluate("window.__axe")
    return told
