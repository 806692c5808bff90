"""A text points to a picture above or below, and pages hold no pictures.

**Why.** “See the picture below” was copied from a slide or a worksheet. Teachers look for a
picture that is not there, and so do those who listen to the page.

**How to mend.** Say in words what the picture would show, point to a sheet by its title, or let
the class draw it.

**Source.** Our own rule: a lesson can be taught from the page; WCAG 2.1 AA, 1.1.1.

**Limits.** Pictures that a class holds in its hands are not meant: “the picture on the left” stays
quiet. Tables and charts may be handouts, and stay quiet too.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

POINTED = late.pattern(
    r"\b(?:picture|image|photo|photograph|diagram|illustration|screenshot|figure)s? "
    r"(?:above|below)(?=[.,;:)?!’”]|\s*$| (?:and|to|shows?|you|is|are)\b)"
    r"|(?:\b[Ss]ee |\b[Ii]n |\()(?:the )?[Ff]ig(?:ure|\.) \d{1,2}(?=[.,;:)]|$)",
    re.MULTILINE,
)


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.passages(document):
        words = passage.words
        pointed = " below" in words or " above" in words or "igure " in words or "ig. " in words
        found = POINTED.search(words) if pointed else None
        if found:
            message = f"there is no picture to look at: “{found[0]}”"
            hint = "Say in words what it would show, or name the sheet by its title."
            yield within(document, passage, message, hint, quote=found[0])
