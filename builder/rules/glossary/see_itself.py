"""A glossary term sends its reader to itself.

**Why.** A link that leads back to where one stands looks broken, and by ear it sounds like one
more term to look up.

**How to mend.** Take the term's own id out of `see`, or name the term that was meant.

**Source.** Our own rule: every link leads on.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.register import Term
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(term: Term, frame: Frame) -> Iterator[Problem]:
    if term.id in term.see:
        at = ("see", term.see.index(term.id))
        message = f"“{term.term}” is related to itself"
        yield Problem(term, at, message, "Take it out, or name the term that was meant.")
