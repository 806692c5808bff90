"""An outcome is more than one sentence, or its sentence has no period at the end.

**Why.** An outcome stands in tables, on lesson pages and in other people's platforms as one
sentence. A second one is a second outcome that nobody can align, teach or assess on its own.

**How to mend.** Keep the one thing that students can do. If the second sentence is an outcome too,
give it a code of its own; if it explains, it belongs in a lesson.

**Source.** Our own rule: an outcome is a full sentence.

**Limits.** Initials and common short forms, as in “L.A. County” or “Dr. King”, do not end a
sentence; a rare one may be taken for an end.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.progression import Strand
from builder.rules.engine import Frame, Problem, rule

BEFORE_CAPITAL = late.pattern(r"(?<!\S)(\S+)\s+(?=[“‘\"'(]?[A-Z])")
"""A word before one with a capital: where it ends with a period, a sentence may have ended."""
SHORT = {"dr", "mr", "mrs", "ms", "st", "vs", "no", "jr", "sr"}
"""Words that end with a period in the middle of a sentence; single letters do too."""


@rule(Severity.WARNING)
def check(strand: Strand, frame: Frame) -> Iterator[Problem]:
    for number, outcome in enumerate(strand.outcomes):
        if outcome.status != "active":
            continue
        words, at = outcome.text.shown, ("outcomes", number, "text")
        ends = (one for one in BEFORE_CAPITAL.finditer(words) if _is_end(one[1]))
        second = next((words[one.end() :] for one in ends), "")
        if second:
            hint = "Keep one sentence; what else students can do is an outcome of its own."
            quote = " ".join(second.split()[:3])
            yield Problem(strand, at, "the outcome is more than one sentence", hint, quote)
        elif not words.rstrip("”’\"')").endswith("."):
            message = "the outcome has no period at the end"
            yield Problem(strand, at, message, "Write it as a full sentence, with a period.")


def _is_end(word: str) -> bool:
    bare = word.rstrip("”’\"')")
    core = bare.rstrip(".!?…").lstrip("“‘\"'(")
    if bare.endswith((".", "…")):
        initial = len(core.rpartition(".")[2]) == 1 and core[-1].isalpha()
        return not initial and core.casefold() not in SHORT
    return bare.endswith(("!", "?"))
