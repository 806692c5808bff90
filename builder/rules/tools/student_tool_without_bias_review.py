"""Students may use a tool that nobody has reviewed for bias.

**Why.** A tool can serve some students worse: those who write in another language, who look or
speak in a way its examples left out. Who does not look, does not see it; the students do.

**How to mend.** Let people try the tool with the languages, names and faces of your schools, and
write what they found. Until then write `audience: [staff]`. A made-up entry writes `status:
sample`.

**Source.** A K-12 strategic plan for AI that asks for a bias review of every tool the district
takes on.

**Limits.** It sees that a review stands there, not how good it was.
"""

from collections.abc import Iterator

from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(tool: Tool, frame: Frame) -> Iterator[Problem]:
    if "students" in tool.audience_ and tool.bias_review.status == "none":
        message = f"students may use “{tool.name}”, and no bias review took place"
        hint = "Review it first, or write `audience: [staff]`; a made-up entry writes sample."
        yield Problem(tool, ("bias_review", "status"), message, hint)
