"""A workshop has no handout for families to take home.

**Why.** The parent who came tells the one who worked that evening. A page in their language, with
the one rule and the number to call, is what is left next week.

**How to mend.** Add a handout with `for: family`: what to remember, what to try, whom to ask.

**Source.** Our own rule, after published workshop kits, which all hold a page to take home.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.workshop import Workshop
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(workshop: Workshop, frame: Frame) -> Iterator[Problem]:
    if all(handout.for_ != "family" for handout in workshop.handouts):
        message = "none of the handouts is for families"
        hint = "Add one with `for: family`: what to remember, what to try, whom to ask."
        yield Problem(workshop, ("handouts",), message, hint)
