"""Two items of one list say different things in English and the same in the translation.

**Why.** In a survey, a table or a set of cards the reader can no longer tell the two apart, and the
answers are worth nothing.

**How to mend.** Find words that differ as the English does: “agree” and “strongly agree” need two
answers in every language.

**Source.** Our own rule.

**Limits.** Looks only at items of the same list or cells of the same table in one document. The
words of the site itself are not looked at: a language may well have one word for two of English.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.rules.engine import Flaw, Frame, Translation, rule

_LETTERS = late.pattern(r"\w+")


@rule(Severity.WARNING)
def check(translation: Translation, frame: Frame) -> Iterator[Flaw]:
    if translation.document is None:
        return
    first: dict[str, tuple[str, str]] = {}
    for english, told in translation.told:
        address, words = first.setdefault(told.words, (english.address, english.words))
        if words == english.words or _plain(words) == _plain(english.words):
            continue
        if _beside(address, english.address):
            message = f"“{_cut(english.words)}” and “{_cut(words)}” have the same translation"
            yield Flaw(english.address, message, "Find words that differ as the English does.")


def _beside(one: str, other: str) -> bool:
    """Whether two addresses are those of neighbours: the same but for one step below the first."""
    first, second = one.split("/"), other.split("/")
    if len(first) != len(second) or first[0] != second[0]:
        return False
    return sum(map(str.__ne__, first, second)) == 1


def _plain(words: str) -> list[str]:
    return _LETTERS.findall(words.lower())


def _cut(words: str) -> str:
    shown = " ".join(words.split())
    return shown if len(shown) <= 40 else shown[:39] + "…"
