"""A day of birth stands in a page.

**Why.** With a name, or with little more, a day of birth finds a person’s records and opens
accounts. An example that writes one out teaches children to give theirs.

**How to mend.** Leave the day out, write the year alone, or give an age: “Rosa, who is nine”.

**Source.** COPPA, 16 CFR 312, and our own rule: example data about people has no birthdays.

**Limits.** English and every translation, in the digits of any script: a whole day beside a word
for birth. In English also a day without its year right after somebody’s name. Years before 1990,
holidays and birthdays of public figures (“Dr.”, “President”, “holiday”) pass.
"""

from collections.abc import Iterator

from builder import late
from builder.model.base import Document
from builder.rules import personal
from builder.rules.engine import Flaw, Frame, Problem, Translation, rule

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
NAME = (
    r"(?!(?:She|He|They|I|We|You|It|My|Your|Our|His|Her|Their|The|A|An|This|That|Who|When|If|Mom|Dad"
    r"|Today|Someone|Everyone|Child|Students?|School|City)\b)[A-Z][a-z’'-]+(?: [A-Z][\w’'.-]*)?"
)
NAMED = late.pattern(
    rf"\b{NAME}(?:[’']s (?:birthday|birth ?date)(?:,| is| was| falls)?(?: on)?"
    rf"|,? (?:was |is )?born(?: on)?|,? birthday:?) {MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b"
    r"(?!,? \d{4})"
)
BIRTH = ("irth", " born")
PUBLIC = late.pattern(r"\b(?:[Hh]oliday|[Hh]onors?|[Cc]elebrat\w+|Dr\.|President|Jr\.|Chavez)")
CLUES = (*personal.DIGITS, *BIRTH)
HINT = "Leave the day out, write the year alone, or give an age."


@rule()
def check(where: Document | Translation, frame: Frame) -> Iterator[Problem | Flaw]:
    yield from personal.problems(where, frame, CLUES, _days, "tells a day of birth", HINT)


def _days(words: str) -> Iterator[str]:
    days = list(personal.birth_days(words))
    if days and not PUBLIC.search(words):
        yield from days
    for found in NAMED.finditer(words) if any(one in words for one in BIRTH) else ():
        if not PUBLIC.search(words[max(0, found.start() - 60) : found.end() + 60]):
            yield found[0]
