"""The dates of a data agreement contradict its state or each other.

**Why.** An agreement that ends before it begins, or has a day of signature and is called `none`,
leaves open whether students' work is protected.

**How to mend.** Write the dates as they stand in the agreement. Where there is none, take the dates
out.

**Source.** Our own rule. A data agreement is a contract under California Education Code 49073.1 (AB
1584).

**Limits.** Made-up entries are the matter of `claim-in-example`.
"""

from collections.abc import Iterator

from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(tool: Tool, frame: Frame) -> Iterator[Problem]:
    signed, ends = tool.dpa.signed_on, tool.dpa.expires_on
    if signed and ends and ends <= signed:
        message = f"the agreement ends on {ends} and was signed on {signed}"
        yield Problem(tool, ("dpa", "expires_on"), message, "Write the dates as they stand in it.")
    elif not tool.example and tool.dpa.status == "none" and (signed or ends):
        name = "signed_on" if signed else "expires_on"
        message = "there is no agreement, and it has a date"
        hint = "Take the date out, or write `status: signed` if it was."
        yield Problem(tool, ("dpa", name), message, hint)
