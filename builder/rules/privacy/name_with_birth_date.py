"""A name stands together with a birthday.

**Why.** Name and birthday together point to one person; with them records are found and accounts
are opened. An example that shows both teaches children to give both.

**How to mend.** Leave the date out, or give an age: “Rosa, who is nine”.

**Source.** COPPA, 16 CFR 312, and our own rule: example data about people has no birthdays.

**Limits.** A name right before the birthday in English order, or a form with both. Years before
1990, holidays and birthdays of public figures (“Dr.”, “President”, “holiday”) pass, and so does a
pronoun instead of a name.
"""

from collections.abc import Iterator

from builder import late
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
DATE = (
    rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}"
    rf"|\d{{4}}-\d\d-\d\d|\d{{1,2}} {MONTH} \d{{4}})"
)
NAME = (
    r"(?!(?:She|He|They|I|We|You|It|My|Your|Our|His|Her|Their|The|A|An|This|That|Who|When|If|Mom|Dad"
    r"|Today|Someone|Everyone|Child|Students?|School|City)\b)[A-Z][a-z’'-]+(?: [A-Z][\w’'.-]*)?"
)
BIRTHDAY = r"(?:[Bb]irthday|[Bb]irth ?date|[Dd]ate of birth|DOB)"
BORN = late.pattern(
    rf"\b{NAME}(?:[’']s {BIRTHDAY}(?:,| is| was| falls)?(?: on)?|,? (?:was |is )?born(?: on)?"
    rf"|,? {BIRTHDAY}:?) {DATE}"
)
FORM = late.pattern(rf"\b[Nn]ame: ?[A-Z][a-z]+[^!?]{{0,80}}?{BIRTHDAY}: ?{DATE}")
CLUES = ("irth", " born", "DOB")
PUBLIC = late.pattern(r"\b(?:[Hh]oliday|[Hh]onors?|[Cc]elebrat\w+|Dr\.|President|Jr\.|Chavez)")
LIVING = 1990  # who was born earlier is no pupil, and mostly a person of history


@rule()
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.clued(document, CLUES):
        hit = BORN.search(passage.shown) or FORM.search(passage.shown)
        if not hit or int(hit["year"] or LIVING) < LIVING:
            continue
        around = passage.shown[max(0, hit.start() - 60) : hit.end() + 60]
        if not PUBLIC.search(around):
            message = f"“{hit[0]}” puts a name and a birthday together"
            hint = "Leave the date out, or give an age."
            yield within(document, passage, message, hint, quote=hit[0])
