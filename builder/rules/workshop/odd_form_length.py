"""A form of a workshop has a length that schools do not plan for.

**Why.** The full form is meant for an evening of its own, the short one for a meeting that
families attend anyway. A short form of 25 minutes finds no place in such a meeting, and a family
who was promised an hour needs to catch the bus.

**How to mend.** Bring the full form to 60 or 90 minutes and the short one to 15. A district with
other meetings sets its own lengths, in minutes, in `full` and `short`.

**Source.** Our own rule, after published workshop kits; the 15-minute form is for meetings that
already exist, as commentary on district action advises.
"""

import re
from collections.abc import Iterator

from builder.finding import Severity
from builder.model.workshop import Workshop
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(
    workshop: Workshop, frame: Frame, *, full: str = "60, 90", short: str = "15"
) -> Iterator[Problem]:
    for name, form, lengths in (
        ("full", workshop.full, full),
        ("short", workshop.short, short),
    ):
        allowed = re.findall(r"\d+", lengths)
        if allowed and str(form.minutes) not in allowed:
            message = f"the {name} form takes {form.minutes} minutes"
            hint = f"Plan it for {' or '.join(allowed)} minutes, and shorten or add to the agenda."
            yield Problem(workshop, (name, "minutes"), message, hint)
