"""A workshop asks families to log in, make an account, download something or use a phone.

**Why.** The invitation says that nobody needs a device, a login or a name. A parent with no phone,
an old phone or a worry about their papers then sits there and watches the others. A grandmother
who cannot join in learns that the evening was not meant for her.

**How to mend.** Do it on paper, or let the facilitator show it on the projector. What families may
do at home with a device belongs on the take-home page, as a choice.

**Source.** Our own rule, after published workshop kits and the equity principle of county and
district plans: hands-on, with no login.

**Limits.** Looks at the activity, the slides and the script; knows only common ways to say it.
Quiet where the sentence says no, asks, or speaks of later at home.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.model.workshop import Workshop
from builder.rules.engine import Frame, Problem, rule, within

IN_THE_ROOM = ("activity", "full", "short", "slides")
ASKED = late.pattern(
    r"\blog (?:in|on) ?to\b|\blog (?:in|on)(?=[.,;:!”]|$| (?:with|and|or|first|now|here|using)\b)"
    r"|\bsign in (?:to|with|on)\b|\bsign up (?:for|with|on)\b"
    r"|\b(?:create|make|open|set up) (?:an|your|a free|a new) (?:account|profile|login)\b"
    r"|\b(?:download|install) (?:an?|the|this|our|your) (?:\w+ ){0,2}app\b"
    r"|\bscan the (?:QR |square )?code\b"
    r"|\b(?:take|get|pull|bring) out (?:your|the) (?:phone|tablet|laptop|computer|device)s?\b"
    r"|\b(?:on|open|use|unlock) your (?:own )?(?:phone|tablet|laptop|computer|device)s?\b"
    r"(?! (?:voice|number)\b)",
    re.IGNORECASE,
)
NOT_HERE = late.pattern(
    r"\b(?:no|not|never|nobody|none|nothing|without|before|if|instead|unless|\w+n[’']t"
    r"|at home|tonight|later|this week|when you get home)\b",
    re.IGNORECASE,
)
ENDS = late.pattern(r"[.?!\n]")


@rule()
def check(workshop: Workshop, frame: Frame) -> Iterator[Problem]:
    for passage in frame.passages(workshop):
        if not passage.address.startswith(IN_THE_ROOM):
            continue
        for found in ASKED.finditer(passage.words):
            if _of_families(passage.words, found.start(), found.end()):
                message = f"families are asked for a device or an account: “{found[0]}”"
                hint = "Do it on paper, or let the facilitator show it to everybody."
                yield within(workshop, passage, message, hint, quote=found[0])
                break


def _of_families(words: str, start: int, end: int) -> bool:
    """Whether the sentence asks for it, here and now."""
    begins = max(words.rfind(end, 0, start) for end in ".?!\n") + 1
    closing = ENDS.search(words, end)
    sentence = words[begins : closing.start() if closing else len(words)]
    asks = closing is not None and closing[0] == "?"
    return not asks and not NOT_HERE.search(sentence)
