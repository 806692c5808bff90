"""The explanation of a glossary term is longer than a family takes in at a glance.

**Why.** The explanation is read in a box beside the English word, on a phone, by a parent or a
child, and translated into every language. After the second sentence it is no longer an explanation
but a lesson.

**How to mend.** Say the idea in one or two easy sentences. What else is true of it goes into the
example or into a lesson. A district may set its limit in `most`.

**Source.** Our own rule: at most 30 easy words.

**Limits.** Counts the words, not how hard they are. Counts the English only.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.register import Term
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(term: Term, frame: Frame, *, most: int = 30) -> Iterator[Problem]:
    words = term.explanation.shown.split()
    length = sum(any(map(str.isalnum, word)) for word in words)
    if length > most:
        message = f"the explanation has {length} words"
        hint = f"Say the idea in at most {most}; move the rest to the example."
        yield Problem(term, ("explanation",), message, hint)
