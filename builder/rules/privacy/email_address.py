"""An e-mail address stands in a page.

**Why.** Pages are copied, printed and read by machines that collect addresses. A person’s address,
put in as an example or as a contact, is out in the world for good, and it may be a child’s.

**How to mend.** Say whom to ask (“the school office”); the district’s contacts stand in the
settings. In an example use example.org, which belongs to nobody. A district that publishes an
office’s address lists its domain in `allowed`.

**Source.** Our own rule: example data about people is invented and harmless. Under COPPA, 16 CFR
312, online contact information of a child is personal information.

**Limits.** Addresses at example.org, .com, .edu and .net, and under .example, .test and .invalid,
pass. An address written out in words (“name at school dot org”) is not seen.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

ADDRESS = late.pattern(r"(?<![\w.+-])[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})")
# Set aside for examples by RFC 2606, which leaves out .edu; example.edu belongs to nobody either.
NOBODYS = late.pattern(
    r"(?:.*\.)?(?:example(?:\.(?:org|com|net|edu))?|test|invalid)", re.IGNORECASE
)
HINT = "Say whom to ask, such as “the school office”; in an example write name@example.org."


@rule()
def check(document: Document, frame: Frame, *, allowed: str = "") -> Iterator[Problem]:
    own = {domain.lower() for domain in re.split(r"[\s,]+", allowed) if domain}
    for passage in frame.passages(document):
        if "@" not in passage.words:
            continue
        for hit in ADDRESS.finditer(passage.words):
            if hit[1].lower() not in own and not NOBODYS.fullmatch(hit[1]):
                message = f"“{hit[0]}” is an e-mail address"
                yield within(document, passage, message, HINT, quote=hit[0])
    by = document.reviewed.by if document.reviewed else ""
    reviewer = ADDRESS.search(by)
    if reviewer and reviewer[1].lower() not in own and not NOBODYS.fullmatch(reviewer[1]):
        message = f"“{reviewer[0]}” is an e-mail address"
        yield Problem(document, ("reviewed", "by"), message, "Write the role of the reviewer.")
