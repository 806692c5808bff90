"""A link gives only a part of an address, so where it leads depends on the page it stands on.

**Why.** One text stands on several pages: the lesson, its sheets, the lists, the printed edition,
and all of them in each language. “../guides/3-5/” leads somewhere else from each of them, mostly
to nothing.

**How to mend.** Name the other page in words, “see the guide of your grade”, or in the field that
names it, such as `prerequisites`, `vocabulary` or `see`; the page then makes the link itself. For
a page outside, write the whole address, beginning with https://.

**Source.** Our own rule: every link answers, in every language.

**Limits.** Does not try to find out which page was meant.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

TARGET = late.pattern(
    r"(?<!!)\[[^\[\]]{0,300}\]\(\s*<?(?![a-z][a-z0-9+.-]*:)([^\s()<>]{1,300})", re.I
)


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.passages(document):
        if "](" not in passage.words or passage.form == "title":
            continue
        for found in TARGET.finditer(passage.words):
            message = f"“{found[1]}” is only a part of an address"
            hint = "Write the whole address with https://, or name the page in words."
            yield within(document, passage, message, hint, quote=found[1])
