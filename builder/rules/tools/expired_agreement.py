"""The data agreement for a tool has run out.

**Why.** After its last day nothing binds the owner of the tool any more, while the register still
tells families that an agreement protects their child's work.

**How to mend.** Renew the agreement and write the new dates. Until then write `status: none`, and
take students out of `audience`.

**Source.** California Education Code 49073.1 (AB 1584) on contracts for pupil records.

**Limits.** Depends on the day: silent where no day is given. On its last day an agreement still
holds.
"""

from collections.abc import Iterator
from datetime import date

from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(tool: Tool, frame: Frame, *, today: date) -> Iterator[Problem]:
    ends = tool.dpa.expires_on
    if tool.dpa.status == "signed" and ends and ends < today:
        message = f"the data agreement for “{tool.name}” ran out on {ends}"
        hint = "Renew it and write the new dates, or write `status: none`."
        yield Problem(tool, ("dpa", "expires_on"), message, hint)
