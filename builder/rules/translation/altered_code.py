"""Words between backticks are not the same in the translation as in the English.

**Why.** Backticks hold what is typed or compared letter by letter. Translated, or with one letter
changed, it no longer works, and the reader looks for the fault in themselves.

**How to mend.** Copy what stands between the backticks from the English. Say what it means in the
words around it.

**Source.** Our own rule, after the convention that code stays as it is.

**Limits.** What is meant to be translated should not stand between backticks: put it in quotes.
Only how often each stands is left free.
"""

from collections.abc import Iterator

from builder import late
from builder.rules.engine import Flaw, Frame, Translation, rule

_CODE = late.pattern(r"`([^`]+)`")


@rule()
def check(translation: Translation, frame: Frame) -> Iterator[Flaw]:
    for english, told in translation.told:
        if english.form == "title" or ("`" not in english.words and "`" not in told.words):
            continue
        asked, given = set(_CODE.findall(english.words)), set(_CODE.findall(told.words))
        for one in sorted(asked - given):
            hint = f"Write `{_one_line(one)}` letter by letter, in backticks."
            message = f"`{_one_line(one)}` of the English is not in the translation"
            yield Flaw(english.address, message, hint)
        if not asked - given:
            for one in sorted(given - asked):
                message = f"the English has no code `{_one_line(one)}`"
                hint = "Take the backticks away, or copy the English."
                yield Flaw(english.address, message, hint, one)


def _one_line(code: str) -> str:
    return " ".join(code.split())
