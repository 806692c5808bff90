"""The words of a link do not say where it leads.

**Why.** People who listen to a page jump from link to link and hear only “here, here, here”. On a
printed page “click here” leads nowhere. A bare address is read out letter by letter.

**How to mend.** Make the name of what is found there the link: “[Take It Down](https://…)”. The
words of a link make sense when they are read alone.

**Source.** WCAG 2.1 AA, 2.4.4 (link purpose), which the ADA Title II rule, 28 CFR 35 subpart H,
asks of school sites.

**Limits.** Knows common empty words only. Two links with the same good words that lead to
different places are not seen.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

LINK = late.pattern(r"(?<!!)\[([^\[\]]{0,300})\]\(\s*[^()\s]")
BARE = late.pattern(r"<(https?://[^\s<>]+)>")
ADDRESS = late.pattern(r"(?:https?://|www\.)\S+")
EMPTY = frozenset(
    (
        "",
        *("here", "click here", "see here", "tap here", "look here", "go here", "right here"),
        *("this", "this link", "this page", "this site", "this website", "this one", "that"),
        *("link", "the link", "page", "website", "web page", "site", "source", "click", "open"),
        *("more", "read more", "learn more", "see more", "find out more", "more info"),
        *("more information", "details", "continue", "download", "visit", "go"),
    )
)


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.passages(document):
        words = passage.words
        if passage.form == "title" or ("](" not in words and "<http" not in words):
            continue
        said = [found[1] for found in LINK.finditer(words)]
        for one in [*said, *(found[1] for found in BARE.finditer(words))]:
            plain = re.sub(r"[\W_]+", " ", one).strip().lower()
            if plain in EMPTY:
                message = f"the link “{one}” does not say where it leads" if plain else NO_WORDS
                hint = "Make the name of what is found there the link, such as [Take It Down](…)."
                yield within(document, passage, message, hint, quote=one)
            elif ADDRESS.fullmatch(one.strip()):
                message = f"the words of the link are an address: “{one[:60]}”"
                hint = "Write the name of the page as the words of the link: [Take It Down](…)."
                yield within(document, passage, message, hint, quote=one)


NO_WORDS = "a link has no words, so nobody can see or hear it"
