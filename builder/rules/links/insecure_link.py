"""A link leads to an address that begins with http:// and so is not protected on its way.

**Why.** On a school's or a café's network anybody can read and change what comes from such an
address: what a family looks up about a child in trouble, or what a student downloads.

**How to mend.** Open the address with https:// in front. If that works, write it so. If not, find
another place that says the same.

**Source.** Our own rule; sources are held to it too.

**Limits.** Addresses that merely stand in the text, with no link, are not looked at.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

INSECURE = late.pattern(r"(?<=\]\()\s*<?(http://[^\s()<>]*)|(?<=<)(http://[^\s<>]+)(?=>)", re.I)


@rule()
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.passages(document):
        if "http://" not in passage.words.lower():
            continue
        for found in INSECURE.finditer(passage.words):
            address = found[1] or found[2]
            message = f"“{address}” is not protected on its way"
            hint = "Write https:// if the page answers there; else find another page."
            yield within(document, passage, message, hint, quote=address)
