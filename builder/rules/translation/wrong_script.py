"""Most letters of the translation are not of the language's script.

**Why.** Words of another language under this one's name were pasted into the wrong file or come
from a machine that gave up. A parent cannot read them, and a screen reader reads them aloud with
the wrong sounds.

**How to mend.** Put the translation of this language there, or leave the translation empty: the
page then shows the English and says so.

**Source.** Our own rule, after BCP 47 and CLDR: each language of the settings has its script.

**Limits.** Names, abbreviations and other words with a capital are free, as are sources, citations
and how a term sounds, and the sheets of a lesson, which may work with English words. Words that are
simply left in English are the matter of `left-in-english`. Languages in Latin letters are not
looked at.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Flaw, Frame, Translation, rule

# The blocks of Unicode that a language is written in.
_ARABIC, _HAN = "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff", "\u3400-\u9fff"
_SCRIPTS = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "prs"), ("Arabic", _ARABIC)),
    **dict.fromkeys(("ru", "uk"), ("Cyrillic", "\u0400-\u04ff")),
    **dict.fromkeys(("hy", "hyw"), ("Armenian", "\u0531-\u058f")),
    "km": ("Khmer", "\u1780-\u17ff"),
    "ko": ("Korean", "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"),
    "ja": ("Japanese", f"\u3040-\u30ff{_HAN}"),
    "zh": ("Chinese", _HAN),
    "hi": ("Devanagari", "\u0900-\u097f"),
    "pa": ("Gurmukhi", "\u0a00-\u0a7f"),
    "th": ("Thai", "\u0e00-\u0e7f"),
    "am": ("Ethiopic", "\u1200-\u137f"),
}
_OWN = {
    language: (name, late.pattern(f"[{letters}]")) for language, (name, letters) in _SCRIPTS.items()
}
_SPARED = late.pattern(r"\{\w+\}|`[^`\n]+`|https?://\S+")
_WORD = late.pattern(r"[^\W\d_]+")
_ENGLISH = late.pattern(r"\b(?:the|of|and|is|are|you|your|that|this|for|with|not)\b", re.IGNORECASE)
_FEWEST = 8
"""Fewer foreign letters may be a name or a brand."""
_FREE = ("sources", "citation", "say_it", "handouts")


@rule(Severity.WARNING)
def check(translation: Translation, frame: Frame) -> Iterator[Flaw]:
    found = _OWN.get(translation.language.id.partition("-")[0])
    if found is None:
        return
    script, own = found
    lesson = isinstance(translation.document, Lesson)
    for english, told in translation.told:
        if own.search(told.words[:12]) and len(told.words) < 40:
            continue
        field = english.address.partition("/")[0]
        if translation.document and field in _FREE and (lesson or field != "handouts"):
            continue
        words = _WORD.findall(_SPARED.sub(" ", told.words))
        letters = sum(len(own.findall(word)) for word in words)
        same = translation.document is None and letters == 0 and told.words == english.words
        foreign = [one for one in words if not own.search(one) and (same or not one[0].isupper())]
        count = sum(map(len, foreign))
        if count <= letters or (count < _FEWEST and not (same and count > 2)):
            continue
        if len(_ENGLISH.findall(told.words)) >= 2:
            continue
        longest = max(foreign, key=len)
        message = f"most letters here are not {script}, such as “{longest}”"
        hint = f"Write it in {translation.language.english}, or leave it empty for now."
        yield Flaw(english.address, message, hint, longest)
