"""A text tries to show a picture, and the page shows the marks instead.

**Why.** Texts here are words in many languages; pictures are not read from them. A reader sees an
exclamation mark and a link to a file that is not there.

**How to mend.** Say in words what the picture would show: “A drawing of a spider. It has eight
legs.” Students and readers who do not see a picture get the same lesson then. A picture that a
class needs is drawn by hand or named under `materials`.

**Source.** Our own rule; WCAG 2.1 AA, 1.1.1: what a picture tells must be there in words, in each
language.
"""

from collections.abc import Iterator

from builder import late
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

IMAGE = late.pattern(r"!\[[^\[\]]{0,300}\]\(")


@rule()
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.passages(document):
        if "![" not in passage.words:
            continue
        for found in IMAGE.finditer(passage.words):
            message = "a page shows no pictures from a text, only these marks"
            hint = "Say in words what the picture would show, and take the marks out."
            yield within(document, passage, message, hint, quote=found[0][:-2])
