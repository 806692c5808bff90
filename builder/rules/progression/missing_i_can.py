"""An outcome does not begin with “I can”.

**Why.** Students, families and teachers read the same sentence: what a student can do, in the
student's voice. “Students will understand …” says what somebody hopes for, and nobody can see it.

**How to mend.** Write “I can”, then a verb whose result a teacher can see or hear: sort, explain,
check, design.

**Source.** Our own rule for the wording of outcomes.

**Limits.** The verb itself is not judged.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.progression import Strand
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(strand: Strand, frame: Frame) -> Iterator[Problem]:
    for number, outcome in enumerate(strand.outcomes):
        words = outcome.text.shown
        if outcome.status == "active" and not words.startswith("I can "):
            begin = " ".join(words.split()[:3])
            message = f"the outcome begins with “{begin}”, not with “I can”"
            hint = "Say it in the student’s voice: “I can sort …”, “I can explain …”."
            yield Problem(strand, ("outcomes", number, "text"), message, hint)
