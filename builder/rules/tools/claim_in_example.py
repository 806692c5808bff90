"""A made-up entry in the register claims that something really happened.

**Why.** Nobody can sign an agreement for a tool that does not exist. A reader who finds one such
claim stops believing the register.

**How to mend.** In an entry marked `example: true` write `status: sample` or `none` for the
agreement and the bias review, leave their dates out, and keep the entry a draft without `reviewed`.
If the tool is real, write `example: false` and the evidence.

**Source.** Our own rule: nothing is claimed that did not happen.

**Limits.** It reads the fields. Claims in running words are the matter of `unmarked-sample`.
"""

from collections.abc import Iterator

from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule
from builder.source import Loc


@rule()
def check(tool: Tool, frame: Frame) -> Iterator[Problem]:
    if tool.example:
        for at, claim, hint in _claims(tool):
            message = f"the entry is made up, and {claim}"
            yield Problem(tool, at, message, f"{hint} A real tool has `example: false`.")


def _claims(tool: Tool) -> Iterator[tuple[Loc, str, str]]:
    agreement, review = tool.dpa, tool.bias_review
    if agreement.status == "signed":
        yield ("dpa", "status"), "an agreement is called signed", "Write sample or none."
    else:
        for name in ("signed_on", "expires_on"):
            if getattr(agreement, name):
                yield ("dpa", name), "the agreement has a date", "Take the date out."
    if review.status == "done":
        yield ("bias_review", "status"), "a bias review is called done", "Write sample or none."
    elif review.on:
        yield ("bias_review", "on"), "the bias review has a date", "Take the date out."
    if tool.status in ("pilot", "adopted"):
        yield ("status",), f"its status is “{tool.status}”", "Write draft."
    if tool.reviewed:
        yield ("reviewed",), "somebody is said to have reviewed it", "Take `reviewed` out."
