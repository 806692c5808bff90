"""A phone number stands in a page, and it is neither the district’s nor made up.

**Why.** A number put in as an example is somebody’s number. A person’s own number on a page is
called by strangers, and a child who sees an adult’s number typed learns to type theirs.

**How to mend.** Say whom to call (“the number on this page”): the district’s number stands in the
settings. In an example use a number with 555 in the middle, such as (213) 555-0123.

**Source.** Our own rule: example data about people is invented and harmless. Under COPPA, 16 CFR
312, a phone number of a child is personal information.

**Limits.** English and every translation, in the digits of any script: North American numbers,
those of any country after +, and those of mobile phones as they are written where our languages are
spoken. Digits without a space or hyphen are seen only after “call”, “phone” and the like. Numbers
with 555, toll-free numbers of help lines (800, 833, 844, 855, 866, 877, 888), short ones such as
911, 988 and 741741, and the district’s own number pass; a district adds others in `allowed`,
separated by commas.
"""

from collections.abc import Iterator

from builder.model.base import Document
from builder.rules import personal
from builder.rules.engine import Flaw, Frame, Problem, Translation, rule

HINT = "Say whom to call; in an example write a 555 number, such as (213) 555-0123."


@rule()
def check(
    where: Document | Translation, frame: Frame, *, allowed: str = ""
) -> Iterator[Problem | Flaw]:
    known = f"{allowed},{frame.settings.district.phone}"

    def finder(words: str) -> Iterator[str]:
        return personal.phones(words, known)

    yield from personal.problems(where, frame, personal.DIGITS, finder, "is a phone number", HINT)
