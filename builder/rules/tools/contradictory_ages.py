"""The ages in a tool's entry contradict each other or cannot be ages.

**Why.** Who may use a tool, and whose parents are asked, is worked out from these numbers. One that
is wrong lets a child in, or keeps a class out.

**How to mend.** Read the terms of the tool again. `min_age` is the youngest age they allow;
`consent_until_age` is the age below which somebody has to consent, so it cannot lie below
`min_age`. Terms that ask for more than 13 leave no basis for children under 13: write
`not-allowed`.

**Source.** Our own rule; the terms of the tool, and COPPA Rule, 16 CFR 312, for the age of 13.

**Limits.** It sees what contradicts itself, not what the terms say. Ages above 21 are taken for
slips.
"""

from collections.abc import Iterator

from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule

OLDEST = 21  # the age of majority nearly everywhere; no terms ask for more
COPPA = 13  # where the terms ask for 13, an education edition may still admit younger children


@rule()
def check(tool: Tool, frame: Frame) -> Iterator[Problem]:
    above = [name for name in ("min_age", "consent_until_age") if getattr(tool, name) > OLDEST]
    for name in above:
        message = f"{getattr(tool, name)} cannot be an age in years that terms ask for"
        yield Problem(tool, (name,), message, "Write the age in years, such as 13.")
    if above:
        return
    if tool.consent_until_age < tool.min_age:
        message = f"consent until age {tool.consent_until_age}, and nobody under {tool.min_age}"
        hint = f"Write {tool.min_age} or more, or correct `min_age`."
        yield Problem(tool, ("consent_until_age",), message, hint)
    if tool.min_age > COPPA and tool.under13_basis != "not-allowed":
        message = f"the terms ask for age {tool.min_age}, and children under 13 are let in"
        hint = "Write `under13_basis: not-allowed`, or correct `min_age`."
        yield Problem(tool, ("under13_basis",), message, hint)
