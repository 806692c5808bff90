"""A link has an address that the page does not let through.

**Why.** For safety, pages open only links to https:// addresses, e-mail and telephones. Any other
link is shown as bare words, or with all its brackets, and leads nowhere.

**How to mend.** Write the whole address of the page, beginning with https://. To send a text,
write the number in words: “text 988”. A file is put on a page first, and the page is linked.

**Source.** Our own rule: every link answers, and nothing that a writer types can run on a reader's
machine.

**Limits.** Whether the page at the address exists is not tried; nothing is fetched.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

TARGET = late.pattern(r"(?<!!)\[[^\[\]]{0,300}\]\(\s*<?([^\s()<>]{0,300})")
SCHEME = late.pattern(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
KNOWN = frozenset(("http", "https", "mailto", "tel"))


@rule()
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.passages(document):
        if "](" not in passage.words or passage.form == "title":
            continue
        for found in TARGET.finditer(passage.words):
            scheme = SCHEME.match(found[1])
            if not found[1]:
                message, hint = "the link has no address", "Write it, beginning with https://."
                yield within(document, passage, message, hint, quote=found[0].split("](")[0])
            elif scheme and scheme[1].lower() not in KNOWN:
                message = f"pages do not open links that begin with “{scheme[0]}”"
                hint = "Write an address that begins with https://, or say it in words."
                yield within(document, passage, message, hint, quote=found[1])
