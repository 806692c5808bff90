"""A page for families gives a phone number that is not the district's.

**Why.** A family in trouble calls the number on the page. A number that came along from another
district, or a 555 number from an example, rings nowhere or with strangers.

**How to mend.** Write “call the school office”: the page prints the district's number from the
settings. Name a helpline only when you have called it; numbers that the district trusts stand in
the option `known`.

**Source.** Our own rule: one person to ask, one number, in one place.

**Limits.** Knows numbers of ten digits as they are written in the United States. Toll-free numbers
are taken for helplines. Lessons and their sheets are not looked at.
"""

import re
from collections.abc import Iterator

from builder.finding import Severity
from builder.model.family import Guide, Home, Letter, Topic
from builder.model.workshop import Workshop
from builder.rules.engine import Frame, Problem, rule, within

NUMBER = re.compile(r"(?<![\w-])(?:\+?1[ .-])?\(?([2-9]\d\d)\)?[ .-]\d{3}[ .-]\d{4}(?![\w-])")
TOLL_FREE = frozenset(("800", "833", "844", "855", "866", "877", "888"))


@rule(Severity.WARNING)
def check(
    page: Guide | Topic | Letter | Home | Workshop, frame: Frame, *, known: str = ""
) -> Iterator[Problem]:
    trusted = {_digits(frame.settings.district.phone)}
    trusted.update(_digits(one[0]) for one in NUMBER.finditer(known))
    for passage in frame.passages(page):
        for found in NUMBER.finditer(passage.words):
            if found[1] not in TOLL_FREE and _digits(found[0]) not in trusted:
                message = f"“{found[0]}” is not the district’s number"
                hint = "Write “call the school office”; the page prints the number of the settings."
                yield within(page, passage, message, hint, quote=found[0])


def _digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))[-10:]
