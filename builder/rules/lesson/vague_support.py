"""A support for students is too short or too general to act on.

**Why.** “Provide support as needed” leaves the work to the teacher in the minute it is needed. A
substitute cannot make a sentence frame up while thirty children wait.

**How to mend.** Write out the frame, the word bank, the choice, the size of print, the cards to
leave out: what a teacher could read aloud or lay on the desk.

**Source.** California English Language Development Standards: each level is described by the
support it gets. Our own rule: a substitute could teach the lesson from the page.

**Limits.** It counts words and knows some stock phrases; a long text may be as empty.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule

# What stands where nobody had an idea yet; only in short texts, where nothing else is said.
STOCK = late.pattern(
    r"\b(?:as (?:needed|necessary|appropriate)|if (?:needed|necessary)|when needed|(?:provide|give"
    r"|offer|use) (?:(?:extra|additional|more|appropriate|visual|language|some) )?(?:support|help"
    r"|scaffold|scaffolding|accommodation|assistance|visual)s?|see above"
    r"|same as (?:above|emerging|expanding|bridging)|differentiate|n/a|none needed|no support)\b",
    re.IGNORECASE,
)
# A text this long says more than the phrase.
STOCK_WITHIN = 12


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame, *, fewest: int = 4) -> Iterator[Problem]:
    for passage in frame.passages(lesson):
        if not passage.address.startswith("supports/"):
            continue
        at = tuple(passage.address.split("/"))
        words = len(passage.words.split())
        stock = STOCK.search(passage.shown) if words < STOCK_WITHIN else None
        hint = "Write out what the teacher says, shows or lays on the desk."
        if stock:
            message = f"“{stock[0]}” does not say what the teacher does"
            yield Problem(lesson, at, message, hint, quote=stock[0])
        elif words < fewest:
            message = f"a support of {words} {'word' if words == 1 else 'words'} cannot be acted on"
            yield Problem(lesson, at, message, hint)
