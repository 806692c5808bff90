"""The expectations of a band from grade 6 on show no form for citing AI.

**Why.** A student who is told to cite and sees no example invents a form or leaves it out, and each
teacher then wants something else.

**How to mend.** Add an example under `citation`, written out to the last comma, or name the style
the school uses (MLA or APA).

**Source.** MLA Style Center (updated August 13, 2025) and APA Style Blog (updated September 9,
2025) on citing generative AI.

**Limits.** It cannot tell whether an example follows the style. The other bands say aloud, or in
one sentence, what helped; that needs no style.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.integrity import Integrity
from builder.rules.engine import Frame, Problem, rule

BANDS = ("6-8", "9-12")
STYLE = late.pattern(
    r"\b(?:MLA|APA|Modern Language Association|American Psychological Association)\b"
)


@rule(Severity.WARNING)
def check(integrity: Integrity, frame: Frame) -> Iterator[Problem]:
    citation = integrity.citation
    if integrity.id in BANDS and not citation.examples and not STYLE.search(citation.text.words):
        message = "nothing shows how students cite AI"
        hint = "Add `examples`, or name the style that the school uses, MLA or APA."
        yield Problem(integrity, ("citation",), message, hint)
