"""An agreement or a bias review is said to be done, and its dates are missing.

**Why.** “Signed” without a day cannot be looked up, and nobody notices when it runs out. A claim
that cannot be checked is worth nothing to a family.

**How to mend.** Write `signed_on` and `expires_on` from the agreement, or `on` for the review. If
nobody can find the day, it is not known to have happened: write `status: none`.

**Source.** Our own rule: nothing is claimed that did not happen. A data agreement is a contract
under California Education Code 49073.1 (AB 1584).

**Limits.** An agreement without an end needs a day by which the district looks at it again; write
that as `expires_on`. Made-up entries are the matter of `claim-in-example`.
"""

from collections.abc import Iterator

from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(tool: Tool, frame: Frame) -> Iterator[Problem]:
    if tool.example:
        return
    agreement, review = tool.dpa, tool.bias_review
    lacking = [name for name in ("signed_on", "expires_on") if getattr(agreement, name) is None]
    if agreement.status == "signed" and lacking:
        fields = " and ".join(f"“{name}”" for name in lacking)
        message = f"the agreement is called signed, without {fields}"
        yield Problem(tool, ("dpa",), message, "Write the dates from the agreement itself.")
    if review.status == "done" and review.on is None:
        message = "the bias review is called done, without the day"
        yield Problem(tool, ("bias_review",), message, "Write the day of the review as `on`.")
