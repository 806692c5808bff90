"""A sentence ends or begins with the mark of another language, or with none.

**Why.** Each language has its own: Armenian `։`, Khmer `។`, Arabic and Persian `؟`, Chinese and
Japanese `。？`, Spanish `¿ ¡`. A screen reader pauses by them, and a page with English marks shows
that no reader of the language has seen it.

**How to mend.** Write the mark that the message names. Where the English ends a sentence and the
translation breaks off, look whether words are missing.

**Source.** Our own rule, after the conventions of each language.

**Limits.** Looks only at marks right behind letters of the language, and at the end of a passage. A
dot inside an Armenian sentence may be a pause and is left alone, and so are questions in English
within Spanish lessons.
"""

import re
import unicodedata
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.text import Text
from builder.rules.engine import Flaw, Frame, Translation, rule

_HAN, _ARABIC = r"[\u3040-\u30ff\u4e00-\u9fff]", r"[\u0620-\u064a\u066e-\u06d3]"
_ENDS = r"(?=[»”)*]{0,4}(?:\n|$))"
_STOPS = r"(?=[»”)*]{0,4}(?:\s|$))"
_EAST = {
    f"{_HAN}[.]{_STOPS}": "。",
    rf"{_HAN}[?](?!\w)": "？",
    f"{_HAN}[!]": "！",
    rf"{_HAN},(?!\d)": "，",
}
_WEST = {rf"{_ARABIC} ?[?]": "؟", f"{_ARABIC},": "،", f"{_ARABIC};": "؛"}
_MARKS: dict[str, dict[str, str]] = {
    "hy": {f"[\u0561-\u0587][.]{_ENDS}": "։", r"[\u0561-\u0587] ?[?]": "՞"},
    "km": {rf"[\u1780-\u17d3\u200b]{{3}}[.]{_STOPS}": "។"},
    "ar": _WEST,
    "fa": _WEST,
    "zh-Hans": _EAST,
    "zh-Hant": _EAST,
    "ja": {**_EAST, rf"{_HAN},(?!\d)": "、"},
    "hi": {f"[\u0904-\u0963][.]{_ENDS}": "।"},
    "pa": {f"[\u0a05-\u0a4d][.]{_ENDS}": "।"},
}
_WRONG = {
    language: [(late.pattern(pattern), mark) for pattern, mark in marks.items()]
    for language, marks in _MARKS.items()
}
_ENGLISH_ENDS = late.pattern(r"\w{2}[.!?][”’)*_]{0,4}$")
_FEWEST = 3
"""Fewer words may be an abbreviation: “No.”."""
_UNMARKED = ("th",)
"""Thai ends a sentence with a space."""
_ENGLISH = late.pattern(
    r"\b(?:the|of|and|is|are|do|does|you|your|what|why|who|how)\b", re.IGNORECASE
)
_STARTS = late.pattern(r"[.:\n«“(*]")
_OF_ENGLISH = ("sources", "citation", "eld")


@rule(Severity.WARNING)
def check(translation: Translation, frame: Frame) -> Iterator[Flaw]:
    language = translation.language.id
    wrong = _WRONG.get(language, ())
    for english, told in translation.told:
        for pattern, mark in wrong:
            if found := pattern.search(told.words):
                message = f"“{found[0][-1]}” stands where {translation.language.english} has {mark}"
                yield Flaw(english.address, message, f"Write {mark} there.", found[0])
        if language == "es" and _OF_ENGLISH[2] not in english.address.split("/"):
            yield from _unopened(english, told.words)
        running = english.form != "title" or translation.document is None
        if running and language not in _UNMARKED and _breaks_off(english.words, told.words):
            message = "the English ends a sentence here, the translation breaks off"
            yield Flaw(english.address, message, "Write the end of the sentence, with its mark.")


def _unopened(english: Text, words: str) -> Iterator[Flaw]:
    """Spanish questions and calls without the mark that opens them; kept English needs none."""
    address = english.address
    if address.startswith(_OF_ENGLISH[:2]):
        return
    for opening, closing in ("¿?", "¡!"):
        if words.count(closing) == words.count(opening):
            continue
        for part in words.split(closing)[:-1]:
            sentence = _STARTS.split(part)[-1].strip()
            if opening in part or not re.search("[a-zá-ú]", sentence):
                continue
            if sentence not in english.words and not _ENGLISH.search(sentence):
                message = f"“{sentence}{closing}” is not opened with {opening}"
                yield Flaw(address, message, f"Write {opening} where it begins.", sentence)


def _breaks_off(english: str, told: str) -> bool:
    if unicodedata.category(told.rstrip(" *_”»)’]")[-1:] or ".")[0] not in "LM":
        return False
    return bool(_ENGLISH_ENDS.search(english)) and english.count(" ") >= _FEWEST - 1
