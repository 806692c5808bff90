"""The minutes of a workshop or a module are not those of its parts.

**Why.** The invitation promises families an hour. If the agenda adds up to 75 minutes, people miss
their bus or their child's bedtime, and the questions at the end are cut. Colleagues who come to a
module on a work day have the next meeting to go to.

**How to mend.** Change the minutes of an agenda item or an activity, or the `minutes` that they add
up to.

**Source.** Our own rule. A lesson declares no total of its own: its segments are added up.

**Limits.** The minutes of the family activity are not compared; it is one part of the agenda.
"""

from collections.abc import Iterator

from builder.model.educators import Course
from builder.model.workshop import Workshop
from builder.rules.engine import Frame, Problem, rule
from builder.source import Loc


@rule()
def check(document: Workshop | Course, frame: Frame) -> Iterator[Problem]:
    for at, minutes, total, what in _sums(document):
        if total != minutes:
            message = f"{what} adds up to {total} minutes"
            hint = f"Write {total} here, or change the minutes of an item."
            yield Problem(document, (*at, "minutes"), message, hint)


def _sums(document: Workshop | Course) -> Iterator[tuple[Loc, int, int, str]]:
    """Where minutes are written, how many, what their parts add up to, and what that is called."""
    if isinstance(document, Workshop):
        for name, form in (("full", document.full), ("short", document.short)):
            total = sum(item.minutes for item in form.agenda)
            yield (name,), form.minutes, total, f"the agenda of the {name} form"
    else:
        for number, module in enumerate(document.modules):
            total = sum(activity.minutes for activity in module.activities)
            yield ("modules", number), module.minutes, total, f"the module “{module.id}”"
