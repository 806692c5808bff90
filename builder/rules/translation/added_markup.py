"""The translation has a list, bold words or another mark that the English does not have.

**Why.** Nobody who reads only the English sees it. A quote, a line across the page or bold words
give a sentence a speaker or a weight that its writer never gave it.

**How to mend.** Take the marks out. Where they help, set them in the English first.

**Source.** Our own rule, after the convention that Markdown stays as it is.

**Limits.** It counts what the page makes of the marks, on a stale passage as on a fresh one. Words
in italics are free, because many languages set the English school word so; paragraphs that are
more or fewer are left to lost-markup, code to altered-code.
"""

import re
from collections import Counter
from collections.abc import Iterator

from builder import late
from builder.model.text import Text
from builder.rules.engine import Flaw, Frame, Translation, rule

_MARK = late.pattern(r"[*_`<\[\n]|^[-+>~\d\s]")
_ELEMENT = re.compile(r"<([a-z]+)")
_NAMES = {
    "blockquote": "quotes",
    "ol": "numbered lists",
    "ul": "lists",
    "li": "list items",
    "strong": "bold parts",
    "a": "links",
    "hr": "lines across the page",
    "pre": "blocks of code",
    "br": "breaks of a line",
}


@rule()
def check(translation: Translation, frame: Frame) -> Iterator[Flaw]:
    for english, told in translation.told:
        if english.form not in ("line", "prose") or not _MARK.search(told.words):
            continue
        asked, given = _elements(english), _elements(told)
        for element, name in _NAMES.items():
            if given[element] > asked[element]:
                message = (
                    f"{name}: {given[element]} in the translation, {asked[element]} in the English"
                )
                yield Flaw(english.address, message, "Take the marks out, or set them there, too.")
                break


def _elements(passage: Text) -> Counter[str]:
    """How many of each element the page gets; what a writer writes of the kind are letters."""
    return Counter(_ELEMENT.findall(passage.html))
