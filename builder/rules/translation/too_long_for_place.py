"""A title or label is more than twice as long in the translation as in English.

**Why.** Buttons, menus, headings and the cells of the matrix are made for short words. A long one
breaks over several lines on a phone and pushes away what the parent is looking for.

**How to mend.** Say it shorter. An explanation belongs in the words below the title.

**Source.** Our own rule. Translations of short English titles often grow by half; twice as long
with room left over is more than the language needs.

**Limits.** Looks at titles, at the short forms of outcomes and at the words of the site itself,
and only at those wider than `most` Latin letters; a Chinese, Japanese or Korean character counts as
two. Sentences of the site itself are free. Whether words really overflow, only the browser knows.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.room import MOST, limit, width
from builder.rules.engine import Flaw, Frame, Translation, rule


@rule(Severity.WARNING)
def check(translation: Translation, frame: Frame, *, most: int = MOST) -> Iterator[Flaw]:
    for english, told in translation.told:
        if 2 * len(told.words) <= most:
            continue
        fits, given = limit(english, most), width(told.words)
        if fits is not None and given > fits:
            message = f"this is {given} letters wide, the English {width(english.words)}"
            yield Flaw(english.address, message, f"Say it in {fits} letters or fewer.")
