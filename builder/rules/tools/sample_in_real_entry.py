"""The entry of a real tool still holds words or marks of the sample.

**Why.** A sample stands for what somebody has yet to find out. Under the name of a real tool,
“sample” for the agreement means that there is none, and a sample score is a number nobody gave.

**How to mend.** Write what is true of this tool: the agreement with its dates, or `none`; the bias
review, or `none`; the score with what was seen. If the tool is made up, write `example: true`.

**Source.** Our own rule: nothing is claimed that did not happen.

**Limits.** In running words it knows the phrases of our own samples (“sample score”, “in this
sample”, “a real entry”, “made-up tool”, “sample role”), in English.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule, within

# The turns of phrase in the sample entries that come with the curriculum.
PHRASES = late.pattern(
    r"\bsample (?:score|role|entry)\b|\bin this sample\b|^sample[;:.]|\ba real entry\b|"
    r"\bmade-up tool\b",
    re.IGNORECASE,
)


@rule()
def check(tool: Tool, frame: Frame) -> Iterator[Problem]:
    if tool.example:
        return
    states = (
        ("dpa", tool.dpa.status, "agreement"),
        ("bias_review", tool.bias_review.status, "bias review"),
    )
    for field, status, name in states:
        if status == "sample":
            message = f"“{tool.name}” is a real tool, and its {name} is a sample"
            hint = "Write what is true, with its date, or none."
            yield Problem(tool, (field, "status"), message, hint)
    for passage in frame.passages(tool):
        if found := PHRASES.search(passage.shown):
            message = f"“{tool.name}” is a real tool, and “{found[0]}” stands in its entry"
            hint = "Write what was really found; a made-up entry has `example: true`."
            yield within(tool, passage, message, hint, quote=found[0])
