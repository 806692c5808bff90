"""The lesson claims to assess an outcome that its exit ticket shares no word with.

**Why.** The ticket is the evidence for the outcome. If it asks about something else, the outcome is
counted as assessed and nobody has seen it.

**How to mend.** Let the ticket ask for what the outcome says, and say in `success` what to look
for; or take the outcome out of `assesses`.

**Source.** Our own rule: the exit ticket shows the outcome and nothing else.

**Limits.** It compares the beginnings of words in the outcome with those in the ticket and the
signs of success. One common word is enough, so it finds only tickets that are far away; a ticket
that says the same in quite other words is found wrongly.
"""

import re
from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule

WORDS = re.compile(r"[^\W\d_]{4,}")
# Words that outcomes of any kind have in common.
COMMON = frozenset(
    (
        *("about", "also", "another", "does", "each", "from", "have", "into", "made", "make"),
        *("more", "most", "other", "some", "than", "that", "their", "them", "then", "they"),
        *("this", "using", "what", "when", "where", "which", "with", "your"),
    )
)
# Words are taken as the same when they begin alike: sort, sorts, sorted, sorting.
BEGINNING = 4


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    if not lesson.assesses:
        return
    exits = [f"segments/{one.id}/" for one in lesson.segments if one.kind == "assess"]
    places = ("assessment/", *exits)
    showing = (one for one in frame.passages(lesson) if one.address.startswith(places))
    shown = _beginnings(" ".join(one.words for one in showing))
    for number, code in enumerate(lesson.assesses):
        outcome = frame.outcomes.get(code)
        if outcome and shown.isdisjoint(_beginnings(outcome.text.words)):
            message = f"the exit ticket and all round it share no word with {code}"
            hint = f"Ask for what the outcome says: “{outcome.text.words}”"
            yield Problem(lesson, ("assesses", number), message, hint)


def _beginnings(words: str) -> frozenset[str]:
    found = (word.lower() for word in WORDS.findall(words))
    return frozenset(word[:BEGINNING] for word in found if word not in COMMON)
