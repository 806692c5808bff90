"""A score or a bias review of a real tool stands there with next to no evidence.

**Why.** A score is worth what stands beside it. “Looks fine” helps neither the teacher who chooses
a tool nor the colleague who looks at it again next year.

**How to mend.** Say who tried what, with which result: which lesson, which questions, which part of
the agreement. One sentence will do.

**Source.** A K-12 strategic plan for AI whose evaluation asks for evidence beside each score. The
least number of words, 5, is our own; a district sets another as `least`.

**Limits.** It counts words and knows placeholders such as “to follow”; five empty words pass.
Made-up entries are left alone, and so is the text of a review that has not taken place.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.register import Tool
from builder.model.text import Text
from builder.rules.engine import Frame, Problem, rule, within

PLACEHOLDER = late.pattern(
    r"\b(?:TODO|TBD|TBA|to be (?:added|completed|determined|done)|to follow|coming soon|"
    r"lorem ipsum)\b",
    re.IGNORECASE,
)


@rule(Severity.WARNING)
def check(tool: Tool, frame: Frame, *, least: int = 5) -> Iterator[Problem]:
    if tool.example:
        return
    for passage, what in _evidence(tool):
        hint = "Say who tried what, and with which result."
        if found := PLACEHOLDER.search(passage.shown):
            message = f"“{found[0]}” stands in place of {what}"
            yield within(tool, passage, message, hint, quote=found[0])
        elif (words := len(passage.shown.split())) < least:
            message = f"{what} has {words} {'word' if words == 1 else 'words'}"
            yield within(tool, passage, message, hint)


def _evidence(tool: Tool) -> Iterator[tuple[Text, str]]:
    if tool.bias_review.status == "done":
        yield tool.bias_review.text, "the bias review"
    for criterion, score in tool.rubric:
        yield score.evidence, f"the evidence for {criterion.replace('_', ' ')}"
