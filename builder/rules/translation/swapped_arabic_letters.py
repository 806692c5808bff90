"""Persian is written with Arabic letters or digits, or Arabic with Persian ones.

**Why.** Arabic `ي ك` and Persian `ی ک` look alike in most places and are different signs. Search
does not find the word, and in some fonts the letter falls out of its line.

**How to mend.** Type with a keyboard of the language. Persian: `ی` (U+06CC), `ک` (U+06A9), digits
`۰–۹`. Arabic: `ي` (U+064A), `ك` (U+0643), digits `٠–٩` or `0–9`.

**Source.** Our own rule, after the letters that Unicode has for each of the two languages.

**Limits.** A quotation from the other language is told as well; there is none in the curriculum.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.rules.engine import Flaw, Frame, Translation, rule

_WRONG = {
    "fa": (late.pattern("[\u064a\u0643\u0649\u0660-\u0669]"), "an Arabic letter"),
    "ar": (late.pattern("[\u06cc\u06a9\u06af\u067e\u0686\u0698\u06f0-\u06f9]"), "a Persian letter"),
}


@rule(Severity.WARNING)
def check(translation: Translation, frame: Frame) -> Iterator[Flaw]:
    wrong, what = _WRONG.get(translation.language.id, (None, ""))
    if wrong is None:
        return
    for english, told in translation.told:
        if found := wrong.search(told.words):
            message = f"“{found[0]}” is {what} or digit (U+{ord(found[0]):04X})"
            hint = f"Type it with a keyboard for {translation.language.english}."
            yield Flaw(english.address, message, hint, found[0])
