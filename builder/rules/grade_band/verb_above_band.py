"""A goal asks young students for something that belongs to a later band.

**Why.** Children of TK–2 notice, name, sort and ask; in grades 3–5 they try with help, explain and
check. To justify or document comes in grades 6–8, to audit, defend and advocate in grades 9–12. A
goal ahead of its stage is missed by most, or it only sounds big and the task is a smaller one.

**How to mend.** Write what the child really does: not “audit the answer” but “check the answer with
a second source”. If the task really is that hard, it belongs to a later band.

**Source.** Our own list of verbs, after the four developmental stages of El Segundo Unified's
strategy.

**Limits.** Looks at the objectives of lessons and the text of outcomes in TK–2 and grades 3–5. It
goes by the verb alone: a demanding task in easy words passes. “I can help judge …” is left alone,
and so is what somebody else does (“I can say who judges …”). A district may list other verbs, with
commas between them.
"""

import re
from collections.abc import Iterator
from functools import cache

from builder import late
from builder.finding import Severity
from builder.model.grades import code_band
from builder.model.lesson import Lesson
from builder.model.progression import Strand
from builder.model.text import Text
from builder.rules.engine import Frame, Problem, rule, within

# From the stages of grades 6–8 (compare and argue aside, which small children do in their way) and
# of grades 9–12; “design” only of things no child designs.
LATER_THAN_TK_2 = (
    "advocate, analyze, audit, cite, critique, defend, document, evaluate, judge, justify, "
    "synthesize, design a system, design a model"
)
LATER_THAN_3_5 = "advocate, audit, defend, design a system, design a data pipeline"
OTHERS = late.pattern(r"\b(?:that|who|whom|what|why|how|when|where|which|if|whether)\b")


@rule(Severity.WARNING)
def check(
    document: Lesson | Strand,
    frame: Frame,
    *,
    tk_2: str = LATER_THAN_TK_2,
    grades_3_5: str = LATER_THAN_3_5,
) -> Iterator[Problem]:
    later = {"tk-2": tk_2, "3-5": grades_3_5}
    for band, goal in _goals(document):
        found = _verbs(later[band]).search(goal.shown) if band in later else None
        if found and not OTHERS.search(goal.shown, 0, found.start()):
            message = f"“{found[1]}” asks more than students of band {band} do"
            hint = "Say what the child does, such as sort, say why, check or explain."
            yield within(document, goal, message, hint, quote=found[1])


def _goals(document: Lesson | Strand) -> Iterator[tuple[str, Text]]:
    if isinstance(document, Lesson):
        for objective in document.objectives:
            yield document.band, objective.text
    else:
        for outcome in document.outcomes:
            if outcome.status == "active":
                yield code_band(outcome.code), outcome.text


@cache
def _verbs(words: str) -> re.Pattern[str]:
    """One of the verbs where a goal has its own: after “I can”, “and”, “then”, a comma, “to”."""
    verbs = "|".join(re.escape(verb) for verb in map(str.strip, words.split(",")) if verb)
    before = r"(?:\b(?:I|we) can|,|\band|\bor|\bthen|(?<!\bhelp )\bto)"
    return re.compile(rf"{before} (?:[a-z]+ly )?({verbs or '(?!)'})\b", re.IGNORECASE)
