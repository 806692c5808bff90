"""A level of English is named as WIDA names it, not as California does.

**Why.** California has three levels: Emerging, Expanding, Bridging. WIDA has six, and some of the
names stand for other students. A teacher who looks up “Developing” in an ELPAC report finds
nothing.

**How to mend.** Write Emerging (substantial support), Expanding (moderate) or Bridging (light).

**Source.** California English Language Development Standards: exactly three levels.

**Limits.** Bridging and Expanding are names in both systems. Entering, Developing and Reaching
count only where they stand as the name of a level, and WIDA only in the supports.
"""

import re
from collections.abc import Iterator

from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule, within

NAME = r"(?:Entering|Developing|Reaching)"
LEARNERS = r"(?:students|learners|English learners|ELs|multilingual|children|writers|speakers)"
AS_LEVEL = re.compile(
    rf"\b{NAME}[- ][Ll]evels?\b|\b[Ll]evels? (?:\d )?[(:“]?{NAME}\b"
    rf"|(?<=[a-z,;] ){NAME}(?= {LEARNERS}\b)"
    rf"|(?:^|(?<=[.!?] )){NAME}(?= ?[:–—])|\b{NAME} ?/ ?Emerging\b|\bEmerging ?/ ?{NAME}\b"
    r"|\b(?:entering|developing|reaching)[- ]level\b"
)
# Cheap to look for before anything else.
NEEDLES = ("ntering", "eveloping", "eaching", "WIDA")


@rule()
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    for passage in frame.passages(lesson):
        if not any(name in passage.words for name in NEEDLES):
            continue
        found = AS_LEVEL.search(passage.shown)
        quote = found[0] if found else ""
        if not quote and passage.address.startswith("supports/") and "WIDA" in passage.words:
            quote = "WIDA"
        if quote:
            message = f"“{quote}” is not one of California’s names for a level of English"
            hint = "Write Emerging, Expanding or Bridging."
            yield within(lesson, passage, message, hint, quote=quote)
