"""A page for families gives a made-up phone number that is not the district’s.

**Why.** A family in trouble calls the number on the page. Numbers with 555 are for examples; one
that came along from a sample or from another edition rings nowhere.

**How to mend.** Write “call the school office”: the page prints the district’s number from the
settings, so that it changes in one place.

**Source.** Our own rule: one person to ask, one number, in one place.

**Limits.** Knows numbers of ten digits as they are written in the United States. Numbers without
555 are the matter of another rule. Lessons and their sheets may hold made-up numbers.
"""

from collections.abc import Iterator

from builder import late
from builder.model.family import Guide, Home, Letter, Topic
from builder.model.household import KitchenSheet, Questions
from builder.model.program import Program
from builder.model.workshop import Workshop
from builder.rules.engine import Frame, Problem, rule, within

NUMBER = late.pattern(r"(?<![\w-])(?:\+?1[ .-])?\(?[2-9]\d\d\)?[ .-]555[ .-]\d{4}(?![\w-])")


@rule()
def check(
    page: Guide | Topic | Letter | Questions | KitchenSheet | Home | Workshop | Program,
    frame: Frame,
) -> Iterator[Problem]:
    own = _digits(frame.settings.district.phone)
    told = frame.read_by(page, "families") if isinstance(page, Program) else frame.passages(page)
    for passage in told:
        if "555" not in passage.words:
            continue
        for found in NUMBER.finditer(passage.words):
            if _digits(found[0]) != own:
                message = f"“{found[0]}” is made up: nobody answers there"
                hint = "Write “call the school office”; the page prints the number of the settings."
                yield within(page, passage, message, hint, quote=found[0])


def _digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))[-10:]
