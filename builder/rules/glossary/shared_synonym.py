"""Two glossary terms answer to the same word.

**Why.** `also` holds the words that people search for. If two terms share one, search shows both
and a family cannot tell which is meant; often it is a sign that the two terms are one.

**How to mend.** Keep the word with the term that it fits best, or merge the two terms. A word that
is a term of its own is a `see`, not an `also`.

**Source.** Our own rule: one word, one explanation.

**Limits.** Compares whole words, in small letters; “app” and “apps” are two.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.register import Term
from builder.rules.engine import Context, Problem, rule


@rule(Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    terms = context.curriculum.in_use(Term)
    taken = {term.term.lower(): term for term in terms}
    for term in terms:
        for number, word in enumerate(term.also):
            other = taken.setdefault(word.lower(), term)
            if other is term and word.lower() != term.term.lower():
                continue
            holder = "this term" if other is term else f"the term “{other.term}”"
            message = f"“{word}” already leads to {holder}"
            hint = "Keep it with one term; name a related term under `see`."
            yield Problem(term, ("also", number), message, hint)
