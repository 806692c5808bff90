"""Two outcomes say the same.

**Why.** If two outcomes have the same words, nobody can tell which one a lesson teaches, and a
student who reaches one has reached both. In a later band it means that nothing grows.

**How to mend.** Say what is new in the second one: harder material, less help, a reason, a wider
audience. If there is nothing new, retire it and name the first under `replaced_by`.

**Source.** Our own rule: an outcome is one thing that students can do.

**Limits.** Only the same words count, whatever the capitals and marks; the same thing in other
words is left to a reader. Retired outcomes do not count.
"""

import re
from collections.abc import Iterator

from builder.finding import Severity
from builder.model.text import Text
from builder.rules.engine import Context, Problem, rule


@rule(Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for one in context.curriculum.placed:
        if not one.in_use:
            continue
        code = one.outcome.code
        fields = {"text": _bare(one.outcome.text), "plain": _bare(one.outcome.plain)}
        taken = {field: first.setdefault((field, words), code) for field, words in fields.items()}
        field = next((field for field, other in taken.items() if other != code), None)
        if field:
            what = "the outcome says" if field == "text" else "the short form says"
            message = f"{what} the same as that of {taken[field]}"
            if field == "text":
                message = f"the outcome says the same as {taken[field]}"
            hint = "Say what is new in this one, or retire it."
            yield Problem(one.strand, (*one.at, field), message, hint)


def _bare(passage: Text) -> str:
    return " ".join(re.findall(r"\w+", passage.shown.casefold()))
