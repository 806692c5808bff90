"""Students may use a tool whose owner has signed no data agreement.

**Why.** Without a contract the owner may keep, sell or learn from what students type, and the
records are out of the school's hands.

**How to mend.** Sign an agreement before students use the tool, or write `audience: [staff]`. A
made-up entry writes `dpa: {status: sample}`, so that the form shows what belongs there.

**Source.** California Education Code 49073.1 (AB 1584): contracts for pupil records must keep them
the property of the district, forbid other uses and secure them.

**Limits.** It reads what the register says; the contract itself it cannot see. An agreement that
has run out is reported as `expired-agreement`.
"""

from collections.abc import Iterator

from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(tool: Tool, frame: Frame) -> Iterator[Problem]:
    if "students" in tool.audience_ and tool.dpa.status == "none":
        message = f"students may use “{tool.name}”, and there is no data agreement"
        hint = "Sign one first, or write `audience: [staff]`; a made-up entry writes sample."
        yield Problem(tool, ("dpa", "status"), message, hint)
