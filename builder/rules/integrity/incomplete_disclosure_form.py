"""The disclosure form of a band from grade 6 on does not ask which tool was used, or for what.

**Why.** “I used AI” tells a reader nothing. The tool and the job it did are what a teacher can talk
about, and what a citation is made from.

**How to mend.** Add fields such as “Tool and date” and “What I asked it to do”.

**Source.** Common to published disclosure forms: tool, date, what for, what was kept, changed or
rejected, what is the student's own. Which parts a form must have is our own rule.

**Limits.** It looks for words such as tool, app or chatbot, and asked, used, for or why, in the
fields of the form; other words are not seen.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.integrity import Integrity
from builder.rules.engine import Frame, Problem, rule

BANDS = ("6-8", "9-12")
PARTS = (
    (
        "which tool was used",
        late.pattern(r"\b(?:tools?|apps?|programs?|chatbots?|models?|which AI)\b", re.IGNORECASE),
    ),
    (
        "what it was used for",
        late.pattern(
            r"\b(?:ask(?:ed)?|us(?:e|ed|ing)|for|help(?:ed|s)?|did|do|why|purpose|task|prompts?)\b",
            re.IGNORECASE,
        ),
    ),
)


@rule(Severity.WARNING)
def check(integrity: Integrity, frame: Frame) -> Iterator[Problem]:
    if integrity.id not in BANDS:
        return
    fields = " · ".join(field.text.shown for field in integrity.disclosure.fields)
    lacking = [what for what, words in PARTS if not words.search(fields)]
    if lacking:
        message = f"the disclosure form does not ask {' or '.join(lacking)}"
        hint = "Add fields such as “Tool and date” and “What I asked it to do”."
        yield Problem(integrity, ("disclosure", "fields"), message, hint)
