"""No document names this glossary term.

**Why.** Every term is explained in every language of the district. A term that no lesson, guide or
workshop uses costs that work, and a family who finds it cannot see where it comes up in class.

**How to mend.** Name it under `vocabulary` of the lesson where students meet it, under `see` of a
related term, or delete it if it has never been published.

**Source.** Our own rule.

**Limits.** Only namings by id count; a term that merely stands in the text is not seen. Quiet while
a document that could name a term cannot be read.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.family import Guide
from builder.model.lesson import Lesson
from builder.model.references import named
from builder.model.register import Term
from builder.model.workshop import Workshop
from builder.rules.engine import Context, Problem, rule

NAMING = (Lesson, Guide, Term, Workshop)


@rule(Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    if any(context.curriculum.unread(kind) for kind in NAMING):
        return
    terms = named(Term, context.curriculum)
    for term in context.curriculum.in_use(Term):
        if term.id not in terms:
            message = f"no document names the term “{term.term}”"
            hint = "Name it in the vocabulary of the lesson that uses it."
            yield Problem(term, ("id",), message, hint)
