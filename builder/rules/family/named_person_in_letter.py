"""A letter greets, names or is signed by a particular person.

**Why.** The letter is sent by every school of the district, year after year, in all its languages.
A name in it is wrong at the other schools today and everywhere next year, and families ask for
someone who has left.

**How to mend.** Write the role: “your child's teacher”, “the school office”. Who signs is written
on the paper, not in the document.

**Source.** Our own rule: documents name roles; people stand in the settings of a school.

**Limits.** Sees names after a title such as Ms. or Principal, and after words of closing such as
“Sincerely”.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.family import Letter
from builder.rules.engine import Frame, Problem, rule, within

NAMED = late.pattern(
    r"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sr|Sra|Principal|Superintendent|Director|Coach)\.? "
    r"(?!(?:and|or|of|the|for)\b)[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?"
    r"|\b(?:Sincerely|Best regards|Warm regards|Kind regards|Yours|Warmly),? "
    r"[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+"
)
OFFICES = late.pattern(r"(?:Office|School|Department|District|Team|Services)$")


@rule(Severity.WARNING)
def check(letter: Letter, frame: Frame) -> Iterator[Problem]:
    for passage in frame.passages(letter):
        found = NAMED.search(passage.words)
        if found and not OFFICES.search(found[0]):
            message = f"the letter names a person: “{found[0]}”"
            hint = "Write the role, such as “your child’s teacher” or “the school office”."
            yield within(letter, passage, message, hint, quote=found[0])
