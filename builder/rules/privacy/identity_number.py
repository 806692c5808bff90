"""A social security number or a student number stands in a page.

**Why.** Such a number opens a person’s records. Even an invented one may be somebody’s, and it
shows children that such numbers may be written down.

**How to mend.** Leave blanks, “ID ________”, or speak of “a student number” without one.

**Source.** FERPA, whose school-official exception is 34 CFR 99.31, protects pupil records; our own
rule: example data about people is invented and harmless, with no ids.

**Limits.** Only numbers written as ###-##-####, and six to ten digits right after “ID”, “student
number” or “SSID”. Numbers of videos, pictures, orders and documents pass.
"""

from collections.abc import Iterator

from builder import late
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

NUMBER = late.pattern(
    r"(?<![\w./-])(?!000|666|9\d\d)\d{3}-\d{2}-\d{4}(?![\w-]|\.\d)"
    r"|\b(?:[Ss]tudent (?:number|no\.|\#)|SSID|(?:[Ss]tudent |[Pp]erm(?:anent)? |[Pp]upil )?"
    r"(?<!video )(?<!Video )(?<!image )(?<!order )(?<!Order )(?<!document )(?<!post )(?<!item )"
    r"ID(?: (?:number|no\.|card))?)(?: is)?[\s:#]{1,3}\d{6,10}(?![\w-])"
)
CLUE = late.pattern(r"[0-9](?:-[0-9][0-9]-[0-9]|[0-9]{5})")


@rule()
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    if not CLUE.search(frame.vocabulary(document)):
        return
    for passage in frame.passages(document):
        if not CLUE.search(passage.words):
            continue
        for hit in NUMBER.finditer(passage.shown):
            message = f"“{hit[0]}” looks like a number that belongs to a person"
            hint = "Leave a blank for it, or speak of it without writing one."
            yield within(document, passage, message, hint, quote=hit[0])
