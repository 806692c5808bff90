"""An address, a number or a day of birth stands in the settings of the district.

**Why.** The settings stand in the repository of the curriculum, and their names on every page.
Whoever adopts it reads them, comments too, and so do search engines.

**How to mend.** Take it out. Write the role (“the school office”) in the place of a person; the
number that families call stands under `district`.

**Source.** Our own rule: example data about people is invented and harmless, wherever it stands.

**Limits.** Looks for the same as the checks on e-mail addresses, phone numbers, numbers of people
and days of birth, in fields and comments. The district’s own number passes, and so does what this
check or any other has under `allowed`.
"""

from collections.abc import Iterator

from builder import files
from builder.rules import personal
from builder.rules.engine import Context, Problem, rule
from builder.settings import path_in

HINT = "Take it out; in the place of a person write the role."


@rule()
def check(context: Context, *, allowed: str = "") -> Iterator[Problem]:
    root, settings = context.curriculum.root, context.settings
    if root is None:
        return
    words = files.bounded(root / path_in(root)).decode("utf-8", "replace")
    others = (one.get("allowed", "") for one in settings.rules.values())  # they stand here, too
    known = ",".join((settings.district.phone, allowed, *others))
    hits = (
        *personal.emails(words, known),
        *personal.phones(words, known),
        *personal.identity_numbers(words),
        *personal.birth_days(words),
    )
    for hit in dict.fromkeys(hits):
        yield Problem(settings, (), f"“{hit}” points to a person", HINT, hit)
