"""Lists or quotes stand so deep in each other that the innermost words would be lost.

**Why.** The reader of Markdown goes down a fixed number of levels and drops what is deeper, without
a word. Nobody could follow such a text anyway, least of all by ear.

**How to mend.** Take levels out: end a list and begin a paragraph, or make a list of its own.

**Source.** Our own rule: what a writer wrote is on the page. The limit keeps hostile text harmless.

**Limits.** Translations are not looked at; they keep the Markdown of their English.
"""

from collections.abc import Iterator

from builder import text
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within


@rule()
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.passages(document):
        if passage.form == "prose" and text.too_deep(passage.words):
            message = "lists or quotes nest so deep here that words would be lost"
            yield within(document, passage, message, "Take levels out; five of lists are plenty.")
