"""A direction says which button or link only by its color, shape or place.

**Why.** “Click the green button on the right” helps nobody who does not see the screen, sees no
green, or works on a phone where the button stands below. In a language written from the right, the
sides change.

**How to mend.** Name it by its words: “Choose **Start**.” Color and place may stand beside the
name.

**Source.** WCAG 2.1 AA, 1.3.3 and 1.4.1, which the ADA Title II rule, 28 CFR 35 subpart H, asks of
school sites.

**Limits.** Looks only at things on a screen: buttons, icons, links, tabs and menus that are
clicked, tapped or selected. Cards, toys and places in the room are not meant.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

BY_SIGHT = late.pattern(
    r"\b(?:click|tap|select|double-click)(?: on)? the "
    r"(?:(?:big|small|little|large|round|square|bright|first) )?"
    r"(?:(?:red|green|blue|yellow|orange|purple|gray|grey|black|white|round|square|triangular) "
    r"(?:button|icon|link|tab|box|dot|circle|arrow|menu)"
    r"|(?:button|icon|link|tab|menu|arrow) (?:on|to|at|in) the "
    r"(?:(?:far|upper|lower|top|bottom) ?)?(?:right|left|corner|side|top|bottom))\b",
    re.IGNORECASE,
)
NAMED = late.pattern(r"[“\"*`]|\b(?:called|named|marked|labeled|that says)\b")
ENDS = late.pattern(r"[.?!\n]")


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.passages(document):
        words = passage.words
        screen = "lick" in words or "tap" in words or "Tap" in words or "elect" in words
        found = BY_SIGHT.search(words) if screen else None
        if found:
            closing = ENDS.search(words, found.end())
            rest = words[found.end() : closing.start() if closing else len(words)]
            if not NAMED.search(rest):
                message = f"only who sees the screen can follow: “{found[0]}”"
                hint = "Name it by its words, such as: Choose **Start**."
                yield within(document, passage, message, hint, quote=found[0])
