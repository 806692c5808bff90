"""A social security number or a student number stands in a page.

**Why.** Such a number opens a person’s records. Even an invented one may be somebody’s, and it
shows children that such numbers may be written down.

**How to mend.** Leave blanks, “ID ________”, or speak of “a student number” without one.

**Source.** FERPA, whose school-official exception is 34 CFR 99.31, protects pupil records; our own
rule: example data about people is invented and harmless, with no ids.

**Limits.** English and every translation, in the digits of any script. Numbers written like
“___-__-____”, nine digits after “social security”, and six to twelve digits right after “ID”,
“student number” and the like. Numbers of videos, pictures, orders and documents pass, and so do
987-65-4320 to 987-65-4329, which are set aside for advertisements.
"""

from collections.abc import Iterator

from builder.model.base import Document
from builder.rules import personal
from builder.rules.engine import Flaw, Frame, Problem, Translation, rule

SAYS = "looks like a number that belongs to a person"
HINT = "Leave a blank for it, or speak of it without writing one."


@rule()
def check(where: Document | Translation, frame: Frame) -> Iterator[Problem | Flaw]:
    yield from personal.problems(
        where, frame, personal.DIGITS, personal.identity_numbers, SAYS, HINT
    )
