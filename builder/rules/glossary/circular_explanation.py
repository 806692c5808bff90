"""Terms are explained by themselves or by each other, so that nobody learns what they mean.

**Why.** “A prompt is what you type to prompt the tool” tells a parent nothing. And where *data* is
explained by *evidence* and *evidence* by *data*, a family turns pages in a circle, in every
language.

**How to mend.** Say one of them in everyday words, with no school word in it.

**Source.** Our own rule: the idea is explained, the term is not repeated.

**Limits.** Looks at the first sentence of each explanation; a later one may name the term again.
Other forms of a word than its plural are not known.
"""

from collections.abc import Iterator, Mapping

from builder import late
from builder.finding import Severity
from builder.model.cycles import cycles
from builder.model.register import Term
from builder.rules.engine import Context, Problem, rule

FIRST = late.pattern(r"[^.?!]*")
WORD = late.pattern(r"[^\W_]+(?:[’'-][^\W_]+)*")


@rule(Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    terms = {_plain(term.term): term for term in context.curriculum.in_use(Term)}
    for circle in cycles({name: _used(name, term, terms) for name, term in terms.items()}):
        first = terms[circle[0]]
        if len(circle) == 1:
            message = f"“{first.term}” is explained by itself"
        else:
            names = (f"“{terms[name].term}”" for name in (*circle[1:], circle[0]))
            message = f"“{first.term}” is explained by " + ", which is explained by ".join(names)
        hint = "Say it in everyday words, with no school word in the first sentence."
        yield Problem(first, ("explanation",), message, hint)


def _used(name: str, term: Term, terms: Mapping[str, Term]) -> list[str]:
    """The terms that the first sentence of an explanation uses, the longest ones only."""
    begin = FIRST.match(term.explanation.shown)
    words = WORD.findall(begin[0]) if begin else []
    found: list[str] = []
    place = 0
    while place < len(words):
        for length in (3, 2, 1):
            one = _plain(" ".join(words[place : place + length]))
            if one in terms:
                found.append(one)
                place += length
                break
        else:
            place += 1
    return found


def _plain(words: str) -> str:
    """The words in small letters and in the singular, as far as an `s` tells it."""
    small = words.lower()
    return small[:-1] if small.endswith("s") and not small.endswith("ss") else small
