"""The register says that something was done on a day that has not come yet.

**Why.** A review or a signature of next month has not happened. Most often it is a slip in the
year, and then the warning that the facts are old comes a year too late.

**How to mend.** Write the day it really happened, or leave the date out until it has.

**Source.** Our own rule: nothing is claimed that did not happen.

**Limits.** Depends on the day: silent where no day is given. One day is allowed for a clock that is
ahead. The end of an agreement may lie in the future.
"""

from collections.abc import Iterator
from datetime import date

from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(tool: Tool, frame: Frame, *, today: date) -> Iterator[Problem]:
    days = (
        (("verified_on",), "the facts were compared", tool.verified_on),
        (("dpa", "signed_on"), "the agreement was signed", tool.dpa.signed_on),
        (("bias_review", "on"), "the bias review was done", tool.bias_review.on),
    )
    for at, done, day in days:
        if day and (day - today).days > 1:
            message = f"{done} on {day}, a day that has not come yet"
            yield Problem(
                tool, at, message, "Write the day it really happened, or take the claim back."
            )
