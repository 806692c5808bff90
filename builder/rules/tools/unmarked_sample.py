"""The words of a made-up entry do not say that they are a sample.

**Why.** Pages show the evidence and the bias review by themselves, in a table or in print. “Ten
teachers tried it in May” reads as a fact there, although nobody did.

**How to mend.** Begin with the mark: “Sample score. A real entry names the lesson …”. If the tool
is real, write `example: false`.

**Source.** Our own rule: nothing is claimed that did not happen.

**Limits.** Looks at the evidence of the four scores and at the bias review, for the words sample,
example, made up or fictitious.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule, within

MARK = late.pattern(r"\b(?:samples?|examples?|made[- ]up|fictitious|invented)\b", re.IGNORECASE)


@rule(Severity.WARNING)
def check(tool: Tool, frame: Frame) -> Iterator[Problem]:
    if not tool.example:
        return
    for passage in (tool.bias_review.text, *(score.evidence for _, score in tool.rubric)):
        if not MARK.search(passage.words):
            message = "the entry is made up, and these words do not say so"
            yield within(tool, passage, message, "Begin with “Sample”, such as “Sample score. …”.")
