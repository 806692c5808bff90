"""Nobody has compared the facts about a tool with its terms for a year.

**Why.** A school year and a round of new terms later, the age, the consent and the data in the
register are guesses, and children are let in or kept out by them. Each tool is evaluated anew every
year.

**How to mend.** Read the terms again, correct `min_age`, `consent_until_age`, `data_shared` and the
rest, look at the four scores, and write the day in `verified_on`. If nobody can, retire the tool.

**Source.** Our own rule, 365 days, after a K-12 strategic plan for AI that asks for a yearly
re-review. A district sets another number as `days`.

**Limits.** Depends on the day: silent where no day is given. Made-up entries (`example: true`) are
left alone, since there are no terms to read.
"""

from collections.abc import Iterator
from datetime import date

from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(tool: Tool, frame: Frame, *, today: date, days: int = 365) -> Iterator[Problem]:
    age = (today - tool.verified_on).days
    if not tool.example and age > days:
        message = f"the facts about “{tool.name}” are {age} days old"
        hint = "Read its terms again, correct what has changed, and write the day, or retire it."
        yield Problem(tool, ("verified_on",), message, hint)
