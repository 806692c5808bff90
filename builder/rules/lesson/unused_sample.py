"""No part of the lesson uses a sample answer that was written for it.

**Why.** A sample answer stands in for a tool, so that every class checks the same words. If no step
shows it, a teacher prepares it and does not know when to bring it out.

**How to mend.** Say in the segment when to show or hand out the sample, by its title; or delete it.

**Source.** Our own rule: whatever a lesson has, a step of it uses.

**Limits.** One longer word of the sample's title anywhere in the segments, sheets or the way
without devices is enough, and so are words such as “sample answer” or “practice answer”.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.lesson import Lesson, Sample
from builder.rules.engine import Frame, Problem, rule

USING = {"segments", "handouts", "preparation", "unplugged_alternative", "student_steps"}
GENERAL = late.pattern(
    r"\b(?:sample|practice|example|printed|written|prepared|first|second|third|other)"
    r" (?:(?:AI|chat|tool) )?(?:answer|reply|chat|text|output|result|picture|set|version)s?\b",
    re.IGNORECASE,
)
WORDS = late.pattern(r"[^\W\d_]{4,}")
# Words that any title of a sample may have.
PLAIN = frozenset(
    (
        *("about", "answer", "answers", "another", "could", "example", "from", "practice"),
        *("sample", "that", "this", "with"),
    )
)


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    if not lesson.samples:
        return
    passages = frame.passages(lesson)
    used = " ".join(one.words for one in passages if one.address.split("/", 1)[0] in USING).lower()
    for number, sample in enumerate(lesson.samples):
        if not any(word in used for word in _title(sample)) and not GENERAL.search(used):
            message = f"no part of the lesson uses the sample “{sample.title}”"
            hint = "Say in a segment when to show it, or delete it."
            yield Problem(lesson, ("samples", number, "title"), message, hint)


def _title(sample: Sample) -> frozenset[str]:
    return frozenset(WORDS.findall(sample.title.words.lower())) - PLAIN
