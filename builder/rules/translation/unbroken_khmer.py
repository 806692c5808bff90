"""A Khmer line gives the browser no place to break it.

**Why.** Khmer has no spaces between words. Without marks between them a line runs out of the page
on a phone, or breaks in the middle of a word.

**How to mend.** Put a zero-width space (U+200B) between words; Khmer keyboards have it on the space
bar.

**Source.** Our own rule, after the convention for Khmer: no spaces between words, zero-width spaces
for line breaks.

**Limits.** Only a run of more than `most` letters is told. Whether the breaks stand between words,
only a reader knows.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.rules.engine import Flaw, Frame, Translation, rule

_RUN = late.pattern(r"[\u1780-\u17d3\u17dd]{20,}")


@rule(Severity.WARNING)
def check(translation: Translation, frame: Frame, *, most: int = 40) -> Iterator[Flaw]:
    if translation.language.id != "km":
        return
    for english, told in translation.told:
        longest = max(_RUN.findall(told.words), key=len, default="")
        if len(longest) > most:
            message = f"{len(longest)} letters stand here without a place to break the line"
            hint = "Put a zero-width space (U+200B) between words."
            yield Flaw(english.address, message, hint, longest)
