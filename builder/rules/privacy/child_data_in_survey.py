"""A survey asks who somebody is.

**Why.** The survey is anonymous. A name, a school with the grade, or a birthday points to one
child, and families who fear that skip the survey.

**How to mend.** Ask about the thing itself: what helped, what was missing, in which language. For a
family that wants an answer, offer a slip of paper apart from the survey.

**Source.** Our own rule: few questions, no data about a child. California Education Code 49073.1
and COPPA, 16 CFR 312, show how much follows once such data is held.

**Limits.** Only the questions and their answers, and only the usual words for names, birthdays,
numbers, addresses, schools and immigration. “Do you know what your child’s grade may do?” passes.
"""

from collections.abc import Iterator

from builder import late
from builder.model.district import Metrics
from builder.model.workshop import Workshop
from builder.rules.engine import Frame, Problem, rule, within

ASKED = late.pattern(
    r"\b(?:[Yy]our|[Tt]heir|[Cc]hild[’']s|[Ss]tudent[’']s|[Tt]eacher[’']s) (?:\w+ )?names?\b"
    r"|\b(?:[Ff]irst|[Ll]ast|[Ff]ull) names?\b|^[Nn]ames?(?: and [\w ]+)?[:?.]?$"
    r"|\b[Nn]ames? of (?:your|the) (?:child|student|family|teacher)"
    r"|\b(?:[Bb]irthday|[Bb]irth ?date|[Dd]ate of birth)\b"
    r"|\b[Ss]tudent (?:ID|id|number)\b|\b(?:[Hh]ome|[Ee]-?mail|[Yy]our|[Ss]treet) address\b"
    r"|\b[Pp]hone(?: number)?(?=[:?]|$)|\b[Yy]our (?:phone|e-?mail|cell)\b"
    r"|\b(?:[Ww]hich|[Ww]hat) (?:grade and )?school\b|\b[Gg]rade and school\b"
    r"|\b[Ss]chool and grade\b|\b[Ii]mmigra\w+|\b[Rr]oom number\b"
)
QUIET = late.pattern(
    r"\b(?:not|never|without|keep)\b|n[’']t\b|\b(?:share|type|tell) .{0,60}\b(?:ai|tool)\b"
)

ASKS = late.pattern(r"survey/questions/|surveys/[^/]+/questions/")


@rule()
def check(document: Workshop | Metrics, frame: Frame) -> Iterator[Problem]:
    for passage in frame.passages(document):
        if ASKS.match(passage.address):
            hit = ASKED.search(passage.shown)
            if hit and not QUIET.search(passage.shown.lower()):
                message = f"“{hit[0]}” in a survey says who somebody is"
                hint = "Ask about the thing itself; take contacts on a slip apart from the survey."
                yield within(document, passage, message, hint, quote=hit[0])
