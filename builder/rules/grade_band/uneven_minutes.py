"""The minutes of a workshop are not those of its agenda.

**Why.** The invitation promises families an hour. If the agenda adds up to 75 minutes, people miss
their bus or their child's bedtime, and the questions at the end are cut.

**How to mend.** Change the minutes of an agenda item, or the `minutes` of the form.

**Source.** Our own rule. A lesson declares no total of its own: its segments are added up.

**Limits.** The minutes of the family activity are not compared; it is one part of the agenda.
"""

from collections.abc import Iterator

from builder.model.workshop import Workshop
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(workshop: Workshop, frame: Frame) -> Iterator[Problem]:
    for name, form in (("full", workshop.full), ("short", workshop.short)):
        total = sum(item.minutes for item in form.agenda)
        if total != form.minutes:
            message = f"the agenda of the {name} form adds up to {total} minutes"
            hint = f"Write {total} here, or change the minutes of an item."
            yield Problem(workshop, (name, "minutes"), message, hint)
