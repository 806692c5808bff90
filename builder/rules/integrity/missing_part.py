"""A band's expectations of honest work leave out students, families or teachers.

**Why.** Honest work with AI needs three people to know the same three things: say when AI was used,
say what it did, and keep one's own thinking in the work. If one of them has no words for it, the
others cannot count on it.

**How to mend.** Add the part the message names, with `transparency`, `attribution` and
`human_contribution` in the voice of its reader.

**Source.** El Segundo Unified's strategy defines academic integrity by these three parts; one
wording for each of the three readers is our own rule.
"""

from collections.abc import Iterator

from builder.model.integrity import Integrity
from builder.rules.engine import Context, Problem, rule

READERS = ("students", "families", "teachers")


@rule()
def check(context: Context) -> Iterator[Problem]:
    for integrity in context.curriculum.in_use(Integrity):
        for reader in READERS:
            if getattr(integrity, reader) is None:
                message = f"there are no expectations for {reader}"
                hint = f"Add `{reader}:` with transparency, attribution and human_contribution."
                yield Problem(integrity, (reader,), message, hint)
