"""A link in the translation leads elsewhere than the one in the English, or one is gone.

**Why.** A reader trusts the link of the school's page. One wrong letter leads to a page nobody
here has read, or to none.

**How to mend.** Copy the address of the link from the English; translate only the words in front of
it. Where the English links to the wrong place, mend it there.

**Source.** Our own rule, after the convention that links stay as they are.

**Limits.** Addresses that begin with `https://`, `http://`, `mailto:` or `tel:` are compared, and
whatever a Markdown link leads to. A page that has a version in the reader's language needs its
address in the English as well, or this rule switched off for the passage.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.rules.engine import Flaw, Frame, Translation, rule

_SIGNS = ("](", "://", "mailto:", "tel:")
_ADDRESS = late.pattern(
    r"\]\(<?(?P<link>[^()\s<>]+)|(?P<bare>(?:https?://|mailto:|tel:)[\w.~:/?#@!$&'*+,;=%-]+)",
    re.ASCII,
)


@rule()
def check(translation: Translation, frame: Frame) -> Iterator[Flaw]:
    for english, told in translation.told:
        if not any(sign in english.words or sign in told.words for sign in _SIGNS):
            continue
        asked, given = _addresses(english.words), _addresses(told.words)
        gone = [one for one in asked if one not in given]
        new = [one for one in given if one not in asked]
        if gone and new:
            message = f"the English leads to {gone[0]}, the translation to {new[0]}"
            yield Flaw(english.address, message, f"Write {gone[0]}, as in the English.", new[0])
        elif gone:
            message = f"the link to {gone[0]} is not in the translation"
            yield Flaw(english.address, message, "Put it in as it stands in the English.")
        elif new:
            message = f"the English has no link to {new[0]}"
            yield Flaw(english.address, message, "Take it out, or add it to the English.", new[0])


def _addresses(words: str) -> list[str]:
    found = (match["link"] or match["bare"] for match in _ADDRESS.finditer(words))
    return list(dict.fromkeys(one.rstrip(".,;:!?'*_") for one in found))
