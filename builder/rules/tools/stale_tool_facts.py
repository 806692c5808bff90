"""Nobody has compared the facts about a tool with its terms for half a year.

**Why.** The terms of AI tools can change at any time: the age, the data, the consent. What stands
in the register is what teachers and families go by.

**How to mend.** Read the terms again, correct `min_age`, `consent_until_age`, `data_shared` and the
rest, and write the day in `verified_on`. Do not change the day alone.

**Source.** Our own rule: 180 days is a warning; after 365 days `outdated-tool-facts` says it as an
error. A district sets other numbers as `days` and `outdated`.

**Limits.** Depends on the day: silent where no day is given. Made-up entries (`example: true`) are
left alone, since there are no terms to read.
"""

from collections.abc import Iterator
from datetime import date

from builder.finding import Severity
from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(
    tool: Tool, frame: Frame, *, today: date, days: int = 180, outdated: int = 365
) -> Iterator[Problem]:
    age = (today - tool.verified_on).days
    if not tool.example and days < age <= outdated:
        message = f"the facts about “{tool.name}” were last compared {age} days ago"
        hint = "Read its terms again, correct what has changed, and write the day."
        yield Problem(tool, ("verified_on",), message, hint)
