"""How the site is tested for people with disabilities, as the tests and the statement both read it.

The tests take palettes, widths and rules from here, and each method is a promise that tests are
marked with. So the statement cannot claim what no test does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from builder.labels import N_

VERSION = "2.2"
"""The version of WCAG, at level AA."""
NAMED = "2.1"
"""The version that the rule for public entities names. Source: 28 CFR 35.200."""
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""The groups of axe's rules that are asked."""
PALETTES = ("light", "dark")
WIDTHS = (360, 768, 1280)
"""A phone, a tablet and a desk, in CSS pixels."""
ALIKE = ("chapter-handout", "course-handout", "program-handout")
"""Kinds of pages for which the sheets of lessons and workshops stand: one template makes all."""
NARROW = 320
"""The narrowest screen, in CSS pixels. Source: WCAG 2.2, 1.4.10."""
LARGER = 200
"""How large letters may be made, in percent. Source: WCAG 2.2, 1.4.4."""
TARGET = 24
"""How wide and high what is tapped must be, in CSS pixels. Source: WCAG 2.2, 2.5.8."""
FIGURES: Mapping[str, int] = {"narrow": NARROW, "larger": LARGER, "target": TARGET}
"""What stands in the sentences of the methods."""


class Method(NamedTuple):
    """A way of testing: what it looks for, and the success criteria that it looks at in part."""

    told: str
    criteria: tuple[str, ...]


METHODS: Mapping[str, Method] = {
    "axe": Method(
        N_(
            "A tool named axe looks for missing names and labels, weak contrast and wrong"
            " structure, also with menus and search open."
        ),
        # Source: the tags of axe's rules. A test asks axe for them.
        (
            *("1.1.1", "1.2.2", "1.3.1", "1.3.5", "1.4.1", "1.4.2", "1.4.3", "1.4.4", "1.4.12"),
            *("2.1.1", "2.2.1", "2.2.2", "2.4.1", "2.4.2", "2.4.4", "2.5.8"),
            *("3.1.1", "3.1.2", "3.3.2", "4.1.2"),
        ),
    ),
    "keyboard": Method(
        N_(
            "Everything can be reached and used with a keyboard, in order. The focus is always in"
            " sight, and nothing holds it."
        ),
        ("2.1.1", "2.1.2", "2.4.1", "2.4.3", "2.4.7", "2.4.11"),
    ),
    "reflow": Method(
        N_(
            "Nothing is cut off on a screen {narrow} pixels wide, with letters at {larger} percent,"
            " or with more room between letters and lines."
        ),
        ("1.4.4", "1.4.10", "1.4.12"),
    ),
    "targets": Method(
        N_("What you tap is at least {target} pixels wide and high, or stands apart."),
        ("2.5.8",),
    ),
    "display": Method(
        N_(
            "Pages can be read in the colors of your own system, and nothing moves if you asked for"
            " no motion."
        ),
        ("1.4.1", "1.4.3", "1.4.11", "2.4.7"),
    ),
    "spoken": Method(
        N_(
            "What a screen reader is told is held against what was written down, in English and in"
            " Arabic."
        ),
        ("1.3.1", "2.4.6", "4.1.2"),
    ),
    "paper": Method(N_("On paper a page is whole, without menus."), ()),
    "markup": Method(
        N_(
            "The code of the pages has no error. Tables name their rows and columns, and text in"
            " another language says so."
        ),
        ("1.3.1", "3.1.1", "3.1.2", "4.1.2"),
    ),
}
"""Each by the name of its promise in tests/promises.yml."""


CRITERIA: Mapping[str, str] = dict(
    line.split(" ", 1)
    for line in """
1.1.1 Non-text Content
1.2.1 Audio-only and Video-only (Prerecorded)
1.2.2 Captions (Prerecorded)
1.2.3 Audio Description or Media Alternative (Prerecorded)
1.2.4 Captions (Live)
1.2.5 Audio Description (Prerecorded)
1.3.1 Info and Relationships
1.3.2 Meaningful Sequence
1.3.3 Sensory Characteristics
1.3.4 Orientation
1.3.5 Identify Input Purpose
1.4.1 Use of Color
1.4.2 Audio Control
1.4.3 Contrast (Minimum)
1.4.4 Resize Text
1.4.5 Images of Text
1.4.10 Reflow
1.4.11 Non-text Contrast
1.4.12 Text Spacing
1.4.13 Content on Hover or Focus
2.1.1 Keyboard
2.1.2 No Keyboard Trap
2.1.4 Character Key Shortcuts
2.2.1 Timing Adjustable
2.2.2 Pause, Stop, Hide
2.3.1 Three Flashes or Below Threshold
2.4.1 Bypass Blocks
2.4.2 Page Titled
2.4.3 Focus Order
2.4.4 Link Purpose (In Context)
2.4.5 Multiple Ways
2.4.6 Headings and Labels
2.4.7 Focus Visible
2.4.11 Focus Not Obscured (Minimum)
2.5.1 Pointer Gestures
2.5.2 Pointer Cancellation
2.5.3 Label in Name
2.5.4 Motion Actuation
2.5.7 Dragging Movements
2.5.8 Target Size (Minimum)
3.1.1 Language of Page
3.1.2 Language of Parts
3.2.1 On Focus
3.2.2 On Input
3.2.3 Consistent Navigation
3.2.4 Consistent Identification
3.2.6 Consistent Help
3.3.1 Error Identification
3.3.2 Labels or Instructions
3.3.3 Error Suggestion
3.3.4 Error Prevention (Legal, Financial, Data)
3.3.7 Redundant Entry
3.3.8 Accessible Authentication (Minimum)
4.1.2 Name, Role, Value
4.1.3 Status Messages
""".strip().splitlines()
)
"""The success criteria of WCAG 2.2 at levels A and AA, by number. Source: W3C, WCAG 2.2."""


def untested() -> Mapping[str, tuple[str, str]]:
    """What no method looks at: the name of the criterion, and where W3C explains it, by number."""
    tested = {number for method in METHODS.values() for number in method.criteria}
    left = {number: name for number, name in CRITERIA.items() if number not in tested}
    return {number: (name, _explained(name)) for number, name in left.items()}


def _explained(name: str) -> str:
    slug = re.sub(r"[^a-z]+", "-", name.lower()).strip("-")
    return f"https://www.w3.org/WAI/WCAG22/Understanding/{slug}.html"
