"""A policy says both that a board has adopted it and that none has.

**Why.** A form that looks adopted binds nobody and frightens some; an adopted policy without its
day cannot be found in the minutes of the board.

**How to mend.** A form keeps `example: true`, has no `adopted_on` and stays a draft. Once the board
has adopted it, write `example: false`, the day, and `status: adopted`.

**Source.** Our own rule: nothing is claimed that did not happen.

**Limits.** Whether the board met on that day, the file cannot tell.
"""

from collections.abc import Iterator

from builder.model.district import Policy
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(policy: Policy, frame: Frame) -> Iterator[Problem]:
    if policy.example and policy.adopted_on:
        message = "this is a form, and names a day on which it was adopted"
        hint = "Take the day out, or write `example: false` once a board has adopted it."
        yield Problem(policy, ("adopted_on",), message, hint)
    elif policy.status == "adopted" and not policy.adopted_on:
        message = "this is adopted, and names no day"
        hint = "Write `adopted_on` with the day of the vote, or `status: draft`."
        yield Problem(policy, ("status",), message, hint)
