"""Chinese characters of the other script, or ones that Japanese does not have.

**Why.** Families who read traditional characters often cannot read simplified ones, and the other
way round; that is why the site has both. One character that slipped in shows that a program
converted the text and nobody read it.

**How to mend.** Write the character of this script. Convert nothing without reading it: many
simplified characters stand for two or three traditional ones.

**Source.** Our own rule, after the convention that both scripts are published and none is converted
in silence. What belongs to a script: the common characters of GB 2312 (simplified), Big5
(traditional) and JIS X 0208 (Japanese).

**Limits.** Characters that both scripts have are not told apart, such as 后 or 里. Rare characters,
as in names, are not looked at, nor 着, which Hong Kong writes too.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from builder.finding import Severity
from builder.rules.engine import Flaw, Frame, Translation, rule

_LEADING, _TRAILING = range(0xA1, 0xFF), range(0xA1, 0xFF)
_EITHER = "着"
_NAMES = {"zh-Hans": "simplified", "zh-Hant": "traditional", "ja": "Japanese"}


@rule(Severity.WARNING)
def check(translation: Translation, frame: Frame) -> Iterator[Flaw]:
    script = _NAMES.get(translation.language.id)
    if script is None:
        return
    foreign = _foreign(translation.language.id)
    for english, told in translation.told:
        found = list(dict.fromkeys(foreign.findall(told.words)))
        if found:
            message = f"{'、'.join(found[:5])} is not {script}"
            hint = f"Write the {script} character, and read the sentence round it."
            yield Flaw(english.address, message, hint, found[0])


@cache
def _foreign(language: str) -> re.Pattern[str]:
    """Common characters of the other script that this one does not have at all."""
    simplified, traditional = _letters("gb2312", range(0xB0, 0xF8)), _big5(range(0xA4, 0xFA))
    often_simplified, often_traditional = (
        _letters("gb2312", range(0xB0, 0xD8)),
        _big5(range(0xA4, 0xC7)),
    )
    found = {
        "zh-Hans": often_traditional - simplified,
        "zh-Hant": often_simplified - traditional,
        "ja": (often_simplified | often_traditional) - _letters("euc_jp", _LEADING),
    }[language]
    return re.compile(f"[{''.join(sorted(found - set(_EITHER)))}]")


def _big5(leading: Iterable[int]) -> set[str]:
    return _letters("big5", leading, (*range(0x40, 0x7F), *_TRAILING))


def _letters(codec: str, leading: Iterable[int], trailing: Iterable[int] = _TRAILING) -> set[str]:
    """The characters that a standard has in these rows."""
    data = b"".join(bytes((first, second)) for first in leading for second in trailing)
    return {one for one in data.decode(codec, "ignore") if "\u4e00" <= one <= "\u9fff"}
