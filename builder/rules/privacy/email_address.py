"""An e-mail address stands in a page.

**Why.** Pages are copied, printed and read by machines that collect addresses. A person’s address,
put in as an example or as a contact, is out in the world for good, and it may be a child’s.

**How to mend.** Say whom to ask (“the school office”); the district’s contacts stand in the
settings. In an example use example.org, which belongs to nobody. A district that publishes an
office’s address lists its domain in `allowed`.

**Source.** Our own rule: example data about people is invented and harmless. Under COPPA, 16 CFR
312, online contact information of a child is personal information.

**Limits.** English and every translation. Addresses at example.org, .com, .edu and .net, and under
.example, .test and .invalid, pass. In words only those like “name at example dot org” are seen.
"""

from collections.abc import Iterator

from builder.model.base import Document
from builder.rules import personal
from builder.rules.engine import Flaw, Frame, Problem, Translation, rule

HINT = "Say whom to ask, such as “the school office”; in an example write name@example.org."


@rule()
def check(
    where: Document | Translation, frame: Frame, *, allowed: str = ""
) -> Iterator[Problem | Flaw]:
    def finder(words: str) -> Iterator[str]:
        return personal.emails(words, allowed)

    yield from personal.problems(where, frame, personal.AT, finder, "is an e-mail address", HINT)
    if isinstance(where, Document) and where.reviewed:
        for hit in finder(where.reviewed.by):
            message = f"“{hit}” is an e-mail address"
            yield Problem(where, ("reviewed", "by"), message, "Write the role of the reviewer.")
