"""A lesson or guide uses a glossary term that is meant for later grades.

**Why.** `band` of a term tells teachers and families from when it is used in class. If a lesson
for grades 3 to 5 lists a word of grades 6 to 8, either the lesson is too hard or the glossary
tells families the wrong thing.

**How to mend.** Take the term out of `vocabulary`, use an easier one, or give the term the earlier
band if its explanation is easy enough.

**Source.** Our own rule: words grow with the progression.

**Limits.** Only terms named by id count, not those that merely stand in the text.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.family import Guide
from builder.model.grades import BANDS
from builder.model.lesson import Lesson
from builder.model.register import Term
from builder.rules.engine import Frame, Problem, rule
from builder.source import Loc


@rule(Severity.WARNING)
def check(document: Lesson | Guide, frame: Frame) -> Iterator[Problem]:
    terms = frame.all(Term)
    for at, id in _named(document):
        term = terms.get(id)
        if term and BANDS.index(term.band) > BANDS.index(document.band):
            message = f"“{term.term}” is a word from band {term.band} on"
            hint = f"Use an easier word, or write `band: {document.band}` in the term."
            yield Problem(document, at, message, hint)


def _named(document: Lesson | Guide) -> Iterator[tuple[Loc, str]]:
    if isinstance(document, Guide):
        yield ("word", "term"), document.word.term
        return
    for number, id in enumerate(document.vocabulary):
        yield ("vocabulary", number), id
