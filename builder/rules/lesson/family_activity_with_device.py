"""The activity for home needs a device.

**Why.** It is promised as five minutes without one. Not every family has a device or data to spare,
and many have good reasons to keep one out of the evening.

**How to mend.** Find what can be done with hands, voices, paper or things from the kitchen.

**Source.** Our own rule: the activity for home takes five minutes and no device. Lynwood Unified's
narrative: equal access.

**Limits.** It looks for a verb and a device in one sentence, such as “open the app”, or “ask a
chatbot”; words in quotation marks and sentences that say no, without, off or away are left alone.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule

USING = late.pattern(
    r"\b(?:(?:open|us(?:e|ing)|download|install|launch|start|turn on|type|tap|play|watch|visit"
    r"|record|film|scan|take)\b(?:(?! as )[^.!?,;:]){0,30}?\b(?:apps?|websites?|web pages?"
    r"|browsers?|tablets?|laptops?|computers?|(?:smart)?phones?(?! book)|cameras?|videos?"
    r"|video games?|chatbots?|(?:voice|digital) assistants?|smart speakers?|AI tools?)"
    r"|(?:ask|talk to|chat with) (?:an?|the|your) (?:AI|chatbot|(?:voice|digital) assistant"
    r"|smart speaker)|ask (?:Siri|Alexa|ChatGPT|Gemini|Copilot)"
    r"|(?:go|look|search|it|them) online|on (?:the (?:internet|web)|YouTube|TikTok)|google"
    r"|(?:write|draw|look|find|search|play|read|listen|try|do)\b[^.!?,;:]{0,30}? on "
    r"(?:a|the|your|their) (?:phone|tablet|computer|laptop)"
    r"|log in(?:to)?|sign in(?:to)? (?:to |with )?(?:your|the|an?) (?:app|account|site|tool))\b",
    re.IGNORECASE,
)
WITHOUT = late.pattern(
    r"\b(?:no|not|never|without|off|away|instead|rather than|pretend|paper|drawn?|imagine)\b"
    r"|n[’']t\b|\?",
    re.IGNORECASE,
)
SENTENCE = late.pattern(r"[^.!?]+[.!?]*")
QUOTED = late.pattern(r"“[^”]*”?")


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    for sentence in SENTENCE.findall(QUOTED.sub("…", lesson.family.try_.shown)):
        found = USING.search(sentence)
        if found and not WITHOUT.search(sentence):
            message = f"“{found[0]}” needs a device"
            hint = "Suggest something to do with hands, voices, paper or things from the kitchen."
            yield Problem(lesson, ("family", "try"), message, hint, quote=found[0])
            return
