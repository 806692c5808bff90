"""A tool is in general use with a low score in the evaluation.

**Why.** The four scores are there to be heeded. A tool in phase 3 that scored 1 for privacy tells
families that somebody saw the fault and went on.

**How to mend.** Set the tool back to phase 2 or 1 until the fault is mended and scored anew. Never
raise the score alone: the evidence beside it must have changed.

**Source.** A K-12 strategic plan for AI whose evaluation scores alignment to standards, safety, age
fit and privacy, with a lowest score for approval. The number 2 of 3 is our own; a district sets
another as `least`.

**Limits.** It compares numbers. Whether the evidence bears them, only a reader can say.
"""

from collections.abc import Iterator

from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(tool: Tool, frame: Frame, *, least: int = 2) -> Iterator[Problem]:
    if tool.phase < 3:
        return
    for criterion, score in tool.rubric:
        if score.score < least:
            words = criterion.replace("_", " ")
            message = f"“{tool.name}” is in general use with {score.score} for {words}"
            hint = (
                f"Phase 3 asks for {least} in each criterion: write `phase: 2` until it has that."
            )
            yield Problem(tool, ("rubric", criterion, "score"), message, hint)
