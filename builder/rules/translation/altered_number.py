"""A number in the translation is not the one in the English.

**Why.** An emergency number, an age or a year that differs sends a family the wrong way, and nobody
who reads only one of the two languages can see it.

**How to mend.** Write the number of the English in digits. Where the English itself is wrong,
mend it there: the translations are then marked as stale.

**Source.** Our own rule, after the convention that numbers stay as they are. Digits of other
scripts count as the same number (Unicode decimal digits); `١٢` and `12` are one.

**Limits.** Numbers up to twelve may be spelled out in any language, so one that is gone is told
only where another stands in its place. Chinese and Japanese may spell any number below ten thousand
with their own numerals. The order of numbers is not compared, nor how often each stands, but where
both have as many. Nothing is said where the English tells the time of day, which other languages
count to 24, or where an East Asian language counts in ten thousands, nor of what people type into
the search.
"""

import re
from collections import Counter
from collections.abc import Iterator

from builder import late
from builder.rules.engine import Flaw, Frame, Translation, rule

_DIGIT = late.pattern(r"\d")
_NUMBER = late.pattern(r"\d+(?:[.,:٫٬\u00a0\u202f]\d+)*")
_LIST = late.pattern(r"^[ \t>]*\d{1,9}[.)][ \t]", re.MULTILINE)
_DECADE = late.pattern(r"\b\d{3}0s\b")
_CLOCK = late.pattern(r"\d ?[ap]\.? ?m\b", re.IGNORECASE)
_MYRIAD = late.pattern("[万萬億亿만억]")
_WORD = late.pattern(r"[A-Za-z]+")
_NUMERALS = late.pattern(r"[〇零一二两兩三四五六七八九十百千]{1,9}")
_SPELLED = 12
"""Up to this number any language may write a word."""

_UNITS = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen",
)
_TENS = re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety")
_MONTHS = re.findall(
    r"\w+",
    "january february march april may june july august september october november december",
)
_WORDS = {
    **{word: number for number, word in enumerate(_UNITS)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    **{word: number for number, word in enumerate(_MONTHS, start=1)},
    "half": 30,
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "quarter": 15,
}
_OWN = {letter: value for value, letter in enumerate("〇一二三四五六七八九")}
_OWN |= {"零": 0, "两": 2, "兩": 2, "十": 10, "百": 100, "千": 1000}


@rule()
def check(translation: Translation, frame: Frame) -> Iterator[Flaw]:
    own_numerals = translation.language.id[:2] in ("zh", "ja")
    for english, told in translation.told:
        if english.form == "words" or not (
            _DIGIT.search(english.words) or _DIGIT.search(told.words)
        ):
            continue
        if _CLOCK.search(english.words) or _MYRIAD.search(told.words):
            continue
        prose = english.form == "prose"
        asked = _numbers(_DECADE.sub("", english.words), prose)
        given = _numbers(told.words, prose)
        if asked == given or "".join(asked) == "".join(given):
            continue
        gone, new = _swapped(asked, given) or _differing(asked, given, english.words)
        if own_numerals and gone:
            spelled = {str(_value(one)) for one in _NUMERALS.findall(told.words)}
            gone = [one for one in gone if one not in spelled]
        gone = [one for one in gone if new or not _small(one)]
        new = [one for one in new if gone or not _small(one)]
        if gone or new:
            told_so = {_digits(one): one for one in _NUMBER.findall(told.words)}
            yield _flaw(english.address, gone, [told_so.get(one, one) for one in new])


def _swapped(asked: list[str], given: list[str]) -> tuple[list[str], list[str]] | None:
    """Which stand more rarely and which more often, where the same numbers fill as many places."""
    if len(asked) != len(given) or set(asked) != set(given):
        return None
    before, after = Counter(asked), Counter(given)
    return list(before - after), list(after - before)


def _differing(asked: list[str], given: list[str], words: str) -> tuple[list[str], list[str]]:
    """Which numbers of the English are gone, and which nobody finds in it."""
    known = {*asked, *_spelled(words)}
    gone = [one for one in dict.fromkeys(asked) if one not in given]
    return gone, [one for one in dict.fromkeys(given) if one not in known]


def _flaw(address: str, gone: list[str], new: list[str]) -> Flaw:
    if gone and new:
        message = f"the English says {_listed(gone)}, the translation {_listed(new)}"
    elif gone:
        message = f"{_listed(gone)} stands in the English and not in the translation"
    else:
        message = f"{_listed(new)} stands in the translation and not in the English"
    hint = f"Write {_listed(gone)} in digits, as in the English." if gone else "Take it out."
    return Flaw(address, message, hint, new[0] if new else "")


def _listed(numbers: list[str]) -> str:
    return ", ".join(f"“{one}”" for one in numbers)


def _numbers(words: str, prose: bool) -> list[str]:
    """Every number by its digits alone, in ASCII."""
    return [_digits(one) for one in _NUMBER.findall(_LIST.sub(" ", words) if prose else words)]


def _digits(number: str) -> str:
    return "".join(str(int(one)) for one in number if one.isdecimal())


def _small(number: str) -> bool:
    """Whether any language may write a word for it."""
    return len(number) <= 2 and int(number) <= _SPELLED


def _spelled(words: str) -> set[str]:
    """The numbers that the English writes in words, months too: “May” may be 5 elsewhere."""
    found: set[int] = set()
    before = 0
    for word in _WORD.findall(words):
        value = _WORDS.get(word.lower())
        if value is not None:
            found |= {value, before + value, before * value}
        before = value or 0
    return {str(one) for one in found}


def _value(numerals: str) -> int:
    """What Chinese numerals below ten thousand are worth: 二十五 and 二〇二四 alike."""
    if not any(_OWN[one] >= 10 for one in numerals):
        return int("".join(str(_OWN[one]) for one in numerals))
    whole = unit = 0
    for one in numerals:
        if _OWN[one] >= 10:
            whole += (unit or 1) * _OWN[one]
            unit = 0
        else:
            unit = _OWN[one]
    return whole + unit
