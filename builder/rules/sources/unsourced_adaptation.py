"""Text says that it is taken from another work, and no source names that work.

**Why.** Whoever wrote the original is owed the credit, and a reader who wants to check cannot find
it. A work with an unknown licence cannot be passed on.

**How to mend.** Add the work to `sources`: author, title, year, licence. If only the idea came
from there, say that in the source and write the text anew.

**Source.** Our own rule; attribution is also what the licence CC BY 4.0 asks of everybody.

**Limits.** Knows “adapted from”, “excerpted from”, “reprinted from” and the like. AI answers,
sheets that teach citing, and keys are not looked at. A document whose kind has no sources names
the work and its year in the text.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

TAKEN = late.pattern(
    r"\b(?:adapted|excerpted|reprinted|reproduced|abridged|quoted) (?:with permission )?from "
    r"([^.;:\n]{2,80})|\b(?:an )?(?:adaptation|excerpt) (?:of|from) ([^.;:\n]{2,80})",
    re.IGNORECASE,
)
NAME = late.pattern(r"\b[A-Z][\w’&-]{2,}|\b(?:19|20)\d\d\b")
YEAR = late.pattern(r"\b(?:19|20)\d\d\b")
INVENTED = ("samples/", "sources/", "assessment/answer_key", "misconceptions/")

# One of these stands in whatever TAKEN finds; most documents hold none.
CUES = ("dapt", "xcerpt", "eprint", "eproduced", "bridged", "uoted")


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    if not frame.mentions(document, CUES):
        return
    passages = frame.passages(document)
    listed = None
    for passage in passages:
        found = TAKEN.search(passage.words)
        if not found or passage.address.startswith(INVENTED) or passage.address.endswith("/key"):
            continue
        work = found[1] or found[2]
        if listed is None:
            listed = " ".join(one.text.shown for one in getattr(document, "sources", ()))
        named = NAME.findall(work)
        stands = any(name in listed for name in named)
        if not named or stands or (not hasattr(document, "sources") and YEAR.search(work)):
            continue
        message = f"no source is listed for “{found[0].strip()}”"
        hint = "Name the work under `sources`: author, title, year, licence."
        yield within(document, passage, message, hint, quote=found[0].strip())
