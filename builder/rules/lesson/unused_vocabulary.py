"""A vocabulary term stands in no sentence of the lesson.

**Why.** A term is learned by meeting it in use. One that is only listed is explained to families in
every language, and never said in class.

**How to mend.** Let the teacher say it, put it on a sheet or into a frame; or take it out of
`vocabulary`.

**Source.** Our own rule, after the translanguaging bridge of the K-12 strategic plan: the English
term is met in use while the idea is explained in the home language.

**Limits.** It looks for the term, its other names (`also`) and the usual endings. A term that is
acted out and never written is not seen.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from builder import late
from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.model.register import Term
from builder.rules.engine import Frame, Problem, rule

Stems = tuple[tuple[str, re.Pattern[str]], ...]

ENDING = late.pattern(r"(?<=\w{3})[ey]$")
# Longer words also change their endings: privacy, private.
LONG = 7


@rule(Severity.WARNING)
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    terms = frame.all(Term)
    known = [(n, terms[id]) for n, id in enumerate(lesson.vocabulary) if id in terms]
    sought = [(n, term.term, _stems((term.term, *term.also))) for n, term in known]
    for passage in frame.passages(lesson):
        if not sought:
            return
        words = passage.words.lower().replace("-", " ")
        sought = [one for one in sought if not _stands(one[2], words)]
    for number, name, _ in sought:
        message = f"no sentence of the lesson uses the term “{name}”"
        hint = "Let the teacher say it or put it on a sheet, or take it out of `vocabulary`."
        yield Problem(lesson, ("vocabulary", number), message, hint)


def _stands(stems: Stems, words: str) -> bool:
    return any(stem in words and begins.search(words) for stem, begins in stems)


@lru_cache(maxsize=4096)
def _stems(names: tuple[str, ...]) -> Stems:
    """How each name begins, as letters that are quick to look for and as the start of a word."""
    return tuple((one, re.compile(rf"\b{re.escape(one)}")) for one in map(_stem, names))


def _stem(name: str) -> str:
    """The name as it begins in any form: verify also stands in verified, privacy in private."""
    name = " ".join(name.lower().replace("-", " ").split())
    if " " in name or len(name) < LONG:
        return ENDING.sub("", name)
    return name[: max(LONG - 2, len(name) - 3)]
