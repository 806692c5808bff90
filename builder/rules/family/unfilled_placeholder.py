"""A page for families still holds a note or a gap that somebody meant to fill.

**Why.** “[School name]” or “TBD” on a printed letter tells a family that nobody read it before it
was sent. In another language such a gap is often not even seen.

**How to mend.** Fill it in, or leave it out: name, phone and school year are printed from the
settings. A line to fill in by hand is drawn with dots: “Day: ………”.

**Source.** Our own rule: nothing goes home half written.

**Limits.** Knows common marks only. Brackets in a sheet's example citations are left alone.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.family import Guide, Home, Letter, Topic
from builder.model.household import KitchenSheet, Questions
from builder.model.program import Program
from builder.model.workshop import Workshop
from builder.rules.engine import Frame, Problem, rule, within

GAP = late.pattern(
    r"\[(?:insert|add|your|name|first name|school|teacher|principal|district|date|day|time|place"
    r"|room|phone|link|address|language|x{2,4})\b[^\[\]\n]{0,40}\](?![(\[])"
    r"|\{\{?[a-z_ ]{2,40}\}?\}|\blorem ipsum\b|\b(?-i:TODO|TBD|TBA|TK TK|FIXME|XXX+)\b",
    re.IGNORECASE,
)


@rule(Severity.WARNING)
def check(
    page: Guide | Topic | Letter | Questions | KitchenSheet | Home | Workshop | Program,
    frame: Frame,
) -> Iterator[Problem]:
    told = frame.read_by(page, "families") if isinstance(page, Program) else frame.passages(page)
    for passage in told:
        for found in GAP.finditer(passage.words):
            message = f"a gap is still to be filled: “{found[0]}”"
            hint = "Fill it in, or leave it out; what a school writes by hand is a line of dots."
            yield within(page, passage, message, hint, quote=found[0])
