"""A document or an outcome is retired without a successor and without a reason.

**Why.** Its address stands in letters, on posters and in other people’s plans. Whoever comes to it
must read why it is no longer used, or what to use instead; else they use it on, or ask in vain.

**How to mend.** Name what has taken its place in `replaced_by`, or write in `retired_because` in a
sentence why nothing has.

**Source.** W3C, “Cool URIs don’t change”: an address that was given out answers for ever. Our own
rule: it says what became of what stood there.

**Limits.** Frameworks are never retired here; they have a status of their own.
"""

from collections.abc import Iterator

from builder.model.base import Document
from builder.rules.engine import Context, Problem, rule

HINT = "Add `replaced_by:` with what to use instead, or `retired_because:` with the reason."


@rule()
def check(context: Context) -> Iterator[Problem]:
    for entry in context.curriculum.loaded:
        one: Document = entry.document
        if one.status == "retired" and not (one.replaced_by or one.retired_because):
            message = "this is retired, and nobody learns why"
            yield Problem(one, ("status",), message, HINT)
    for placed in context.curriculum.placed:
        outcome = placed.outcome
        if outcome.status == "retired" and not (outcome.replaced_by or outcome.retired_because):
            message = f"{outcome.code} is retired, and nobody learns why"
            yield Problem(placed.strand, (*placed.at, "status"), message, HINT)
