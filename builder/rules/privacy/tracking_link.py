"""A link carries a mark by which a company follows who clicks it.

**Why.** Whoever opens such a link is counted, and often recognized, by a company that has no part
in the lesson. The site itself follows nobody, and its links should not either.

**How to mend.** Cut the address at the mark, mostly at “?” or “&”, and see that it still opens.

**Source.** Our own rule: no trackers. COPPA, 16 CFR 312, counts persistent identifiers of children
as personal information.

**Limits.** Only marks that are known by name (utm_source and its like, fbclid, gclid, mc_eid …).
Short addresses that count clicks are not looked for.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document, Source
from builder.rules.engine import Frame, Problem, rule, within

# Marks that large advertising and mailing services add to an address.
MARK = late.pattern(
    r"[?&;](?:utm_[a-z]+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_eid|mc_cid|igshid|igsh"
    r"|twclid|ttclid|yclid|_hsenc|_hsmi|mkt_tok|ref_src)="
)
HINT = "Cut the address there, and see that it still opens."


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    listed: tuple[Source, ...] = getattr(document, "sources", ())
    for number, source in enumerate(listed):
        hit = MARK.search(source.url or "")
        if hit:
            message = f"“{_name(hit)}” in the address follows who clicks"
            yield Problem(document, ("sources", number, "url"), message, HINT, quote=_name(hit))
    for passage in frame.passages(document):
        if "://" in passage.words:
            for hit in MARK.finditer(passage.words):
                message = f"“{_name(hit)}” in the address follows who clicks"
                yield within(document, passage, message, HINT, quote=_name(hit))


def _name(hit: re.Match[str]) -> str:
    return hit[0][1:-1]
