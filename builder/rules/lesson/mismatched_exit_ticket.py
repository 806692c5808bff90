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

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.model.text import Text
from builder.rules.engine import Frame, Problem, rule

WORDS = late.pattern(r"[^\W\d_]{4,}")
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
    assessment, outcomes = lesson.assessment, frame.outcomes
    asked = {code: _beginnings(outcomes[code].text) for code in lesson.assesses if code in outcomes}
    shown = _beginnings(assessment.exit_ticket, *(one.text for one in assessment.success))
    if not any(shown.isdisjoint(words) for words in asked.values()):
        return
    exits = [one for one in lesson.segments if one.kind == "assess"]
    around = [text for one in exits for text in (one.teacher, one.students)]
    shown |= _beginnings(assessment.look_for, assessment.answer_key, *around)
    for number, code in enumerate(lesson.assesses):
        if asked.get(code) and shown.isdisjoint(asked[code]):
            message = f"the exit ticket and all round it share no word with {code}"
            hint = f"Ask for what the outcome says: “{outcomes[code].text.words}”"
            yield Problem(lesson, ("assesses", number), message, hint)


def _beginnings(*texts: Text) -> frozenset[str]:
    words = WORDS.findall(" ".join(text.words for text in texts).lower())
    return frozenset(word[:BEGINNING] for word in words if word not in COMMON)
