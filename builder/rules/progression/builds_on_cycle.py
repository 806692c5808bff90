"""Outcomes build on each other in a circle.

**Why.** If each of several outcomes builds on another of them, none can be taught first, and a walk
back through the progression never ends.

**How to mend.** Follow the path in the message. One of its steps leads to the same or a later band:
take that one out.

**Source.** Our own rule.

**Limits.** Each circle is reported once, at its first outcome in the order of the matrix. Where
circles share steps, mending one may show the next.
"""

from collections.abc import Iterator

from builder.model.cycles import cycles
from builder.rules.engine import Context, Problem, rule

HINT = "Take one step out: `builds_on` leads to earlier bands only."


@rule()
def check(context: Context) -> Iterator[Problem]:
    placed = {one.outcome.code: one for one in context.curriculum.placed}
    graph = {code: one.outcome.builds_on for code, one in placed.items()}
    for circle in cycles(graph):
        first, following = placed[circle[0]], circle[1 % len(circle)]
        at = (*first.at, "builds_on", first.outcome.builds_on.index(following))
        path = " → ".join([*circle, circle[0]])
        message = f"these outcomes build on each other: {path}"
        if len(circle) == 1:
            message = f"the outcome builds on itself: {path}"
        yield Problem(first.strand, at, message, HINT)
