"""Two of the supports for language levels, or two of the UDL entries, say nearly the same.

**Why.** A student at Emerging needs other help than one at Bridging; engagement, representation and
expression are three doors. One text under two names leaves a teacher with one door.

**How to mend.** Write each from the student's side: a word bank and a frame to copy from
(Emerging), a frame to complete (Expanding), a prompt for linked sentences (Bridging); a choice
(engagement), another way to see or hear it (representation), another way to answer (action and
expression).

**Source.** California English Language Development Standards: substantial, moderate and light
support. The three principles of Universal Design for Learning. The measure is our own: the share of
common words, `most` in percent.

**Limits.** It compares words, not ideas: the same support in other words is not seen, and very
short texts are not compared.
"""

import string
from collections.abc import Iterator
from itertools import combinations

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.model.text import Text
from builder.rules.engine import Frame, Problem, rule

# What stands round words, in ASCII and in the typography of the texts.
MARKS = string.punctuation + "“”‘’–—…"
# Words of grammar: two supports share them whatever they say.
GRAMMAR = frozenset(
    (
        "",
        *("a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "for", "from", "give"),
        *("have", "in", "is", "it", "its", "let", "may", "not", "of", "on", "one", "or", "that"),
        *("the", "their", "them", "then", "they", "this", "to", "use", "what", "with", "you"),
    )
)
# Shorter texts share words by chance.
SHORTEST = 4


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame, *, most: int = 60) -> Iterator[Problem]:
    eld, udl = lesson.supports.eld, lesson.supports.udl
    for group, entries in (
        ("eld", {"emerging": eld.emerging, "expanding": eld.expanding, "bridging": eld.bridging}),
        (
            "udl",
            {
                "engagement": udl.engagement,
                "representation": udl.representation,
                "action_expression": udl.action_expression,
            },
        ),
    ):
        told: set[str] = set()
        for first, second in combinations(entries, 2):
            if second not in told and _shared(entries[first], entries[second]) > most:
                told.add(second)
                message = f"`{second}` says nearly the same as `{first}`"
                hint = "Write what this one gives that the other does not: words, frame or prompt."
                if group == "udl":
                    hint = "Write what this one opens that the other does not."
                yield Problem(lesson, ("supports", group, second), message, hint)


def _shared(first: Text, second: Text) -> int:
    """The words in both, in percent of the words in either."""
    one, other = _content(first), _content(second)
    if min(len(one), len(other)) < SHORTEST:
        return 0
    return 100 * len(one & other) // len(one | other)


def _content(passage: Text) -> frozenset[str]:
    return frozenset(word.strip(MARKS) for word in passage.words.lower().split()) - GRAMMAR
