"""A place like `{number}` in words of the site itself is gone or misspelled in the translation.

**Why.** The page puts a number, a name or a title there. Without its place it is lost: “Call your
school office or .” A place that the page does not know stands there in braces.

**How to mend.** Copy the name in its braces from the English, and move it to where the sentence
needs it.

**Source.** Our own rule; the page fills in each place by its name.

**Limits.** Only the words of the site itself have places. In documents braces are letters.
"""

from collections.abc import Iterator

from builder import late
from builder.rules.engine import Flaw, Frame, Translation, rule

_PLACE = late.pattern(r"\{(\w+)\}")


@rule()
def check(translation: Translation, frame: Frame) -> Iterator[Flaw]:
    if translation.document is not None:
        return
    for english, told in translation.told:
        asked, given = set(_PLACE.findall(english.words)), set(_PLACE.findall(told.words))
        for one in sorted(asked - given):
            message = f"the place {{{one}}} of the English is not in the translation"
            hint = f"Write {{{one}}} where the page shall put it, the braces included."
            yield Flaw(english.address, message, hint)
        for one in sorted(given - asked):
            message = f"nothing is put in the place {{{one}}}, which the English does not have"
            hint = "Take it out, or write the name that stands in the English."
            yield Flaw(english.address, message, hint, f"{{{one}}}")
