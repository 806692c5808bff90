"""Students tell that AI helped, but no sheet or step says how to record or cite the tool.

**Why.** From grade 6 on “AI helped me” is not enough: a reader wants to know which tool, when, and
for what. Whoever has to guess the form leaves it out.

**How to mend.** Give the form in a handout or a step: a use log or tool note in grades 6–8, an
entry in the style of the class (MLA or APA) in grades 9–12.

**Source.** MLA Style Center (updated August 13, 2025) and APA Style Blog (updated September 9,
2025) on citing generative AI; a use log before that is our own rule.

**Limits.** Looks at lessons of grades 6–12 at level 2 or higher where students have the tool in
their own hands and are asked to disclose. It looks for words such as cite, log, MLA or “tool and
date”; whether the form is right, only a reader can say.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule, within

BANDS = ("6-8", "9-12")
IN_HAND = ("class-account", "individual-account")
ASKING = {"objectives", "segments", "student_steps", "assessment", "reflection", "handouts"}
TELLING = late.pattern(
    r"\b(?:disclos\w+|AI help(?:ed|s)?\b|AI was used\b|used AI\b)", re.IGNORECASE
)
RECORDING = late.pattern(
    r"\b(?:cit(?:e[sd]?|ing|ations?)\b|MLA\b|APA\b|logs?\b|works cited|bibliograph\w+"
    r"|record (?:of )?(?:the tool|each use|every use)|(?:tool|AI|source) (?:note|record|entry)\b"
    r"|name (?:of )?the tool\b|which tool\b|tools?(?: and|,)? (?:the )?(?:date|task|version)\b)",
    re.IGNORECASE,
)


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame, *, from_level: int = 2) -> Iterator[Problem]:
    if lesson.band not in BANDS or lesson.interaction not in IN_HAND:
        return
    if lesson.ai_use_level < from_level:
        return
    asking = [one for one in frame.passages(lesson) if one.address.split("/", 1)[0] in ASKING]
    if any(RECORDING.search(passage.shown) for passage in asking):
        return
    for passage in asking:
        told = TELLING.search(passage.shown)
        if told:
            message = (
                "students say that AI helped, but nothing shows how to record or cite the tool"
            )
            hint = "Name the form: tool, date, what was asked, what was kept, changed or rejected."
            yield within(lesson, passage, message, hint, quote=told[0])
            return
