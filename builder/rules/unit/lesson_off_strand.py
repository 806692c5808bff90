"""A unit of a strand holds a lesson that teaches nothing of that strand.

**Why.** The unit is the way through one strand of the progression. A lesson that teaches none of
its outcomes leads a class away from what the unit promises.

**How to mend.** Put the lesson into the unit of its own strand, or leave `strand` out and make the
unit a project across strands.

**Source.** Our own rule.

**Limits.** One outcome of the strand is enough; whether it is the main one is for a reader to say.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.model.progression import Strand
from builder.model.unit import Unit
from builder.rules.engine import Context, Problem, rule


@rule(Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    lessons, strands = context.curriculum.all(Lesson), context.curriculum.all(Strand)
    for unit in context.curriculum.in_use(Unit):
        strand = strands.get(unit.strand or "")
        if strand is None:
            continue
        codes = {outcome.code for outcome in strand.outcomes}
        for number, name in enumerate(unit.lesson_ids):
            if name in lessons and codes.isdisjoint(lessons[name].teaches):
                message = f"“{name}” teaches no outcome of the strand “{strand.id}”"
                hint = "Put it into the unit of its own strand."
                yield Problem(unit, ("lessons", number, "id"), message, hint)
