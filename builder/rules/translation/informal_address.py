"""A text for families calls the reader “tú”, “ты” or “դու”.

**Why.** The school speaks to parents with respect. In Spanish, Russian and Armenian the familiar
form to a stranger sounds rude or careless, and a page that mixes both sounds like a machine.

**How to mend.** Spanish: usted, su, puede. Russian: вы, ваш. Armenian: դուք, ձեր. Words that the
parent says to the child stand in quotation marks and may be familiar.

**Source.** Our own rule, after the convention that families are addressed as usted; the
language-access guide of San Francisco tells translators to settle the formal and informal “you”
first.

**Limits.** Only words that are never formal are looked for, outside quotation marks and italics.
Sheets of lessons, the words of the site itself and everything that students read are free.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.model.readers import reader
from builder.rules.engine import Flaw, Frame, Translation, rule

_WORDS = {
    "es": r"tú|tus?|ti|te|contigo|tuy[oa]s?|puedes|tienes|quieres|debes|eres|estás|sabes|necesitas"
    r"|haces|usas|dices|crees|vosotr[oa]s|vuestr[oa]s?",
    "ru": r"ты|тебя|тебе|тобой|тво(?:й|я|ё|е|и|его|ей|ему|ём|их|им|ими|ю)",
    "hy": r"դու|քեզ|քեզնից|քո|քոնը",
}
_FAMILIAR = {
    language: late.pattern(rf"\b(?:{words})\b", re.IGNORECASE) for language, words in _WORDS.items()
}
_QUOTED = late.pattern(r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|\*[^*\n]+\*")


@rule(Severity.WARNING)
def check(translation: Translation, frame: Frame) -> Iterator[Flaw]:
    familiar, document = _FAMILIAR.get(translation.language.id), translation.document
    if familiar is None or document is None:
        return
    for english, told in translation.told:
        if not familiar.search(told.words) or english.address == "say_it":
            continue
        if isinstance(document, Lesson) and english.address.startswith("handouts/"):
            continue
        if reader(document, english) != "families":
            continue
        if found := familiar.search(_QUOTED.sub(" ", told.words)):
            message = f"“{found[0]}” is too familiar for a family"
            hint = "Use the polite form, or put words to the child in quotation marks."
            yield Flaw(english.address, message, hint, _with_next(found, told.words))


def _with_next(found: re.Match[str], words: str) -> str:
    """The word with the one behind it, which stands more rarely."""
    after = found.string[found.end() :].split(maxsplit=1)
    both = f"{found[0]} {after[0]}" if after else found[0]
    return both if both in words else found[0]
