"""A lesson assesses none of its outcomes, and neither does a lesson that follows it.

**Why.** Every lesson ends with an exit ticket. If it shows no outcome, the teacher collects paper
and learns nothing from it.

**How to mend.** Name under `assesses` the outcome that the exit ticket shows. If the ticket shows
none, change the ticket. A lesson that only prepares another one is fine: name it under
`prerequisites` of that lesson, which then assesses the outcomes.

**Source.** Our own rule: the exit ticket shows the outcome and nothing else.

**Limits.** An outcome that no lesson at all assesses is left to the rule unassessed-outcome. Quiet
while a lesson cannot be read.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Context, Problem, rule


@rule(Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    curriculum = context.curriculum
    if curriculum.unread(Lesson):
        return
    for lesson in curriculum.in_use(Lesson):
        if lesson.assesses or not all(code in curriculum.assessed for code in lesson.teaches):
            continue
        later = [one for code in lesson.teaches for one in curriculum.assessed[code]]
        if not any(lesson.id in one.prerequisites for one in later):
            message = "the lesson assesses none of the outcomes that it teaches"
            hint = "Name under `assesses` what the exit ticket shows."
            yield Problem(lesson, ("teaches",), message, hint)
