"""The unplugged alternative itself asks for a device.

**Why.** It is read on the morning when the network is down, the cart is gone or a family has said
no. A video or a site then helps nobody.

**How to mend.** Write what stands on paper, on the board or in the room instead: printed answers, a
chart, students as cards.

**Source.** Lynwood Unified's narrative: equal access whatever a site can pay for. Our own rule:
every lesson has a route without a device.

**Limits.** It looks for a verb and a device in one sentence, such as “open the app” or “show it on
the display”; a sentence that says no, without, off or instead is left alone, and so is a printer.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule

USING = late.pattern(
    r"\b(?:(?:open|us(?:e|ing)|launch|start|type|click|tap|play|watch|stream|search|visit|project"
    r"|record|film|scan|show|share|find|read|look)\b(?:(?! (?:as|that|of|how) )[^.!?,;:]){0,40}?\b"
    r"(?:apps?|websites?|web pages?|browsers?|tablets?|laptops?|Chromebooks?|computers?"
    r"|(?:smart)?phones?|projectors?|smartboards?|videos?|chatbots?|(?:class|chat|AI) tool"
    r"|(?:the|your|a) display|on (?:the|a|your|their) screens?)(?!-)"
    r"|(?:go|look|search|it|them) online|on the (?:internet|web)|log in(?:to)?"
    r"|sign in(?:to)? (?:to |with )?(?:your|their|the|an?)\b)\b",
    re.IGNORECASE,
)
WITHOUT = late.pattern(
    r"\b(?:no|not|never|without|off|instead|in place of|rather than|skip|leave out|nobody|nothing"
    r"|away|pretend|paper|chalk\w*|draw(?:n|ings?)?|sketch\w*|imagine|print(?:ed|s|outs?)?|copied"
    r"|copies|scripts?|transcripts?|screenshots?)\b|n[’']t\b",
    re.IGNORECASE,
)
SENTENCE = late.pattern(r"[^.!?]+[.!?]*")
QUOTED = late.pattern(r"“[^”]*”?")


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    route = lesson.unplugged_alternative.shown
    for sentence in SENTENCE.findall(QUOTED.sub("…", route)):
        found = USING.search(sentence)
        if found and not WITHOUT.search(sentence):
            message = f"“{found[0]}” needs a device, and this is the way without one"
            hint = "Say what stands on paper, on the board or in the room in its place."
            yield Problem(lesson, ("unplugged_alternative",), message, hint, quote=found[0])
