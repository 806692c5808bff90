"""A word mixes letters of two alphabets that look alike.

**Why.** A Cyrillic “а” in a Latin word looks right and is another letter: search does not find the
word, a screen reader spells it, and a link typed from it leads nowhere.

**How to mend.** Type the whole word anew in one alphabet. Between a foreign word and an ending of
the language put a hyphen: “AI-ն”.

**Source.** Our own rule, after Unicode Technical Standard 39, “Mixed-script detection”.

**Limits.** Looks inside words, at Latin, Greek, Cyrillic and Armenian letters, and at single
Cyrillic letters in a language of Latin letters. Longer words in the wrong alphabet are not seen
here.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.rules.engine import Flaw, Frame, Translation, rule

_LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_GREEK, _CYRILLIC, _ARMENIAN = "Ά-ώ", "\u0400-\u052f", "\u0531-\u0556\u0561-\u0587"
_ALPHABETS = (_LATIN, _GREEK, _CYRILLIC, _ARMENIAN)
_OTHER = late.pattern(f"[{_GREEK}{_CYRILLIC}{_ARMENIAN}]")
_LETTER = late.pattern("[A-Za-z]")
_MIXED = late.pattern(
    "|".join(
        f"[{one}][{''.join(rest for rest in _ALPHABETS if rest != one)}]" for one in _ALPHABETS
    )
)
_ALONE = late.pattern(r"\b[асеоухіАВЕКМНОРСТХ]\b")
_LATIN_LANGUAGES = ("es", "vi", "tl", "fil", "pt")
_WORD = late.pattern(r"[^\W\d_]+")


@rule(Severity.WARNING)
def check(translation: Translation, frame: Frame) -> Iterator[Flaw]:
    for english, told in translation.told:
        if not (_OTHER.search(told.words) and _LETTER.search(told.words)):
            continue
        if translation.language.id in _LATIN_LANGUAGES and (found := _ALONE.search(told.words)):
            message = f"this “{found[0]}” is a Cyrillic letter"
            yield Flaw(english.address, message, "Type it anew in Latin letters.", found[0])
        if not _MIXED.search(told.words):
            continue
        for word in dict.fromkeys(_WORD.findall(told.words)):
            if _MIXED.search(word):
                message = f"“{word}” mixes letters of two alphabets"
                hint = "Type the word anew in one alphabet; put a hyphen before an ending."
                yield Flaw(english.address, message, hint, word)
