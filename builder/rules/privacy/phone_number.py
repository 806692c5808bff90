"""A phone number stands in a page, and it is neither the district’s nor made up.

**Why.** A number put in as an example is somebody’s number. A person’s own number on a page is
called by strangers, and a child who sees an adult’s number typed learns to type theirs.

**How to mend.** Say whom to call (“the number on this page”): the district’s number stands in the
settings. In an example use a number with 555 in the middle, such as (213) 555-0123.

**Source.** Our own rule: example data about people is invented and harmless. Under COPPA, 16 CFR
312, a phone number of a child is personal information.

**Limits.** North American numbers of ten digits. Numbers with 555, toll-free numbers of help lines
(800, 833, 844, 855, 866, 877, 888), short ones such as 911, 988 and 741741, and the district’s
own number pass; a district adds others in `allowed`, separated by commas.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

NUMBER = late.pattern(
    r"(?:(?<![\w./-])|(?<=tel:))(?:\+?1[-. ]?)?"
    r"(?:\([2-9]\d\d\) ?[2-9]\d\d[-. ]|[2-9]\d\d([-. ])[2-9]\d\d\1)\d{4}(?![\w-]|\.\d)"
    r"|(?<=tel:)\+?1?[2-9]\d{9}(?!\d)"
)
CLUE = late.pattern(r"[0-9][0-9][0-9][0-9]")
TOLL_FREE = {"800", "833", "844", "855", "866", "877", "888"}


@rule()
def check(document: Document, frame: Frame, *, allowed: str = "") -> Iterator[Problem]:
    known = {_digits(frame.settings.district.phone)}
    known.update(_digits(number) for number in allowed.split(","))
    if not CLUE.search(frame.vocabulary(document)):
        return
    for passage in frame.passages(document):
        if not CLUE.search(passage.words):
            continue
        for hit in NUMBER.finditer(passage.words):
            digits = _digits(hit[0])
            if digits in known or digits[:3] in TOLL_FREE or "555" in (digits[:3], digits[3:6]):
                continue
            message = f"“{hit[0]}” is a phone number"
            hint = "Say whom to call; in an example write a 555 number, such as (213) 555-0123."
            yield within(document, passage, message, hint, quote=hit[0])


def _digits(number: str) -> str:
    """The ten digits of the number, without the country’s."""
    return re.sub(r"\D", "", number)[-10:]
