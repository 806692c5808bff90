"""The script shows a slide that the workshop does not have.

**Why.** The facilitator stands before the families and looks for slide 11 of ten. Slides move and
are merged while a kit is written; the numbers in the script stay behind.

**How to mend.** Write the number that the slide has now, or add the slide.

**Source.** Our own rule: the kit can be used as it is printed.

**Limits.** A number that exists but shows another slide than meant is not seen.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.model.workshop import Workshop
from builder.rules.engine import Frame, Problem, rule, within

SHOWN = late.pattern(
    r"\bslides? (\d{1,3})(?:(?: and| to| or|–|-) ?(\d{1,3}))?(?![\d:])", re.IGNORECASE
)


@rule()
def check(workshop: Workshop, frame: Frame) -> Iterator[Problem]:
    count = len(workshop.slides)
    for passage in frame.passages(workshop):
        for found in SHOWN.finditer(passage.shown):
            if all(1 <= int(number) <= count for number in found.groups("1")):
                continue
            message = f"the workshop has no “{found[0]}”: it has {count or 'no slides'}"
            hint = f"Write a number up to {count}, or add the slide."
            yield within(workshop, passage, message, hint, quote=found[0])
