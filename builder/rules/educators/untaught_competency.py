"""No module of a course works on a competency.

**Why.** The district says that its educators have the four competencies. One that no course works
on is a promise to teachers that nobody keeps.

**How to mend.** Name it under `competencies` of the module that works on it, or write an activity
for it first.

**Source.** A K-12 strategic plan for AI: four competencies, each with at least one module.

**Limits.** Whether the module really works on it, only a reader can say. Quiet in a district
without courses, and while a course cannot be read.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.educators import Competencies, Course
from builder.rules.engine import Context, Problem, rule


@rule(Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    courses = context.curriculum.in_use(Course)
    if not courses or context.curriculum.unread(Course):
        return
    named = {id for course in courses for module in course.modules for id in module.competencies}
    for document in context.curriculum.in_use(Competencies):
        for number, one in enumerate(document.competencies):
            if one.id not in named:
                at = ("competencies", number, "id")
                message = f"no module works on “{one.id}”"
                yield Problem(document, at, message, "Name it in the module that works on it.")
