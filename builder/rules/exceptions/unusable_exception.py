"""An exception names a rule that does not exist, finds errors, or a place that is not there.

**Why.** Warnings ask for judgement, and an exception writes the judgement down. An error means harm
to a reader, to privacy or to the site; no document can excuse it.

**How to mend.** Correct the name of the rule: `curriculum explain` lists them. Correct `at`: it is
the address of a passage, as in `segments/think-first/teacher`. Where the rule finds an error, mend
the error; a district that sees it otherwise changes the rule's options in the settings.

**Source.** Our own rule.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from builder.finding import Severity
from builder.rules.engine import Excuse, Frame, Problem, every, rule


@rule()
def check(excuse: Excuse, frame: Frame) -> Iterator[Problem]:
    exception = excuse.exception
    if excuse.severity is None:
        near = get_close_matches(exception.rule, [one.name for one in every()], 1, 0.5)
        hint = f"Did you mean “{near[0]}”?" if near else "`curriculum explain` lists them."
        message = f"there is no rule “{exception.rule}”"
        yield Problem(excuse.document, (*excuse.at, "rule"), message, hint)
    elif excuse.severity is Severity.ERROR:
        message = f"the rule “{exception.rule}” finds errors, and an error cannot be excepted"
        yield Problem(excuse.document, (*excuse.at, "rule"), message, "Mend what it finds.")
    elif not excuse.placed:
        message = f"this file has no “{exception.at}”"
        hint = "Write the address of a passage, such as segments/think-first/teacher."
        yield Problem(excuse.document, (*excuse.at, "at"), message, hint)
