"""A level of English is named as WIDA names it, not as California does.

**Why.** California has three levels: Emerging, Expanding, Bridging. A name from another system does
not tell a teacher here how much support a student gets.

**How to mend.** Write Emerging (substantial support), Expanding (moderate) or Bridging (light).

**Source.** California English Language Development Standards: exactly three levels.

**Limits.** Bridging and Expanding are names in both systems. Entering, Developing and Reaching
count only where they stand as the name of a level; as a label with a colon, and WIDA itself,
only in the supports.
"""

from collections.abc import Iterator

from builder import late
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule, within

NAME = r"(?:Entering|Developing|Reaching)"
LEARNERS = r"(?:students|learners|English learners|ELs|multilingual|children|writers|speakers)"
AS_LEVEL = late.pattern(
    rf"\b{NAME}[- ][Ll]evels?\b|\b[Ll]evels? (?:\d )?[(:“]?{NAME}\b"
    rf"|(?<=[a-z,;] ){NAME}(?= {LEARNERS}\b)"
    rf"|\b{NAME} ?/ ?Emerging\b|\bEmerging ?/ ?{NAME}\b"
    r"|\b(?:entering|developing|reaching)[- ]level\b"
)
# Only in the supports: elsewhere a paragraph may begin so by chance.
IN_SUPPORTS = late.pattern(rf"(?:^|(?<=[.!?] )){NAME}(?= ?[:–—])|\bWIDA\b")


@rule()
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    for passage in frame.passages(lesson):
        words = passage.words
        if not ("ntering" in words or "velop" in words or "eaching" in words or "WIDA" in words):
            continue  # cheap, and nearly always enough
        found = AS_LEVEL.search(passage.shown)
        if not found and passage.address.startswith("supports/"):
            found = IN_SUPPORTS.search(passage.shown)
        if found:
            message = f"“{found[0]}” is not one of California’s names for a level of English"
            hint = "Write Emerging, Expanding or Bridging."
            yield within(lesson, passage, message, hint, quote=found[0])
