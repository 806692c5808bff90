"""Children under 13 may use a tool, and consent is asked only for younger ones still.

**Why.** For every child under 13 a parent, or the school in the parents' place, has to agree before
a tool collects anything. An entry that says 10 leaves out the children of 10, 11 and 12.

**How to mend.** Write `consent_until_age: 13` or more. If children under 13 are not to use the
tool, write `under13_basis: not-allowed`.

**Source.** COPPA Rule, 16 CFR 312 (2025 amendments).

**Limits.** A tool that collects nothing at all from anybody may need no consent. It cannot see
that; `data_shared` should say so.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule

COPPA = 13  # the children's privacy law protects those below


@rule(Severity.WARNING)
def check(tool: Tool, frame: Frame) -> Iterator[Problem]:
    admitted = "students" in tool.audience_ and tool.under13_basis != "not-allowed"
    if admitted and tool.min_age <= tool.consent_until_age < COPPA:
        message = f"children under 13 may use the tool, consent ends at {tool.consent_until_age}"
        hint = "Write 13 or more, or `under13_basis: not-allowed`."
        yield Problem(tool, ("consent_until_age",), message, hint)
