"""The help for saying a glossary term does not show which part is said strongly.

**Why.** `say_it` is for a parent who has only read the English word, or never seen it. With the
stress in the wrong place the word is often not understood, above all by the child who heard it in
class.

**How to mend.** Write the strong syllable in capitals: `al-guh-RITH-um`, `PAT-ern`.

**Source.** Our own rule.

**Limits.** Looks only at what is written in several parts. A word of one syllable needs no mark,
and whether the right syllable is marked is for a person to hear.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.register import Term
from builder.rules.engine import Frame, Problem, rule

PARTS = late.pattern(r"[^\W\d_]+")


@rule(Severity.WARNING)
def check(term: Term, frame: Frame) -> Iterator[Problem]:
    parts = PARTS.findall(term.say_it.shown)
    if len(parts) > 1 and not any(part.isupper() for part in parts):
        message = "no part of it is marked as the strong one"
        hint = "Write the strong syllable in capitals, such as PAT-ern."
        yield Problem(term, ("say_it",), message, hint)
