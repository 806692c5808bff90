"""Vietnamese or Spanish is written without its accents.

**Why.** Without its marks a Vietnamese syllable may be any of six words, and the reader must guess.
Spanish words change their meaning, too: “anos” is not “años”.

**How to mend.** Write every accent, on capitals too.

**Source.** Our own rule, after the conventions for Vietnamese (all marks) and Spanish (accents on
capitals).

**Limits.** Vietnamese: only a passage of four words or more without a single mark. Spanish: words
that are never right without the accent, and question words right behind “¿”. How a term sounds is
not looked at, nor sources and citations.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.rules.engine import Flaw, Frame, Translation, rule

_PLAIN = late.pattern(r"\b[A-Za-z]+\b")
_FEWEST = 4
_ENGLISH = late.pattern(r"\b(?:the|of|and|is|are|you|your|for|with|not)\b", re.IGNORECASE)
# Never right without their accent; “-cion” spares the English words that end so.
_SPANISH = late.pattern(
    r"¿(?:Que|Quien|Quienes|Cuantos?|Cuantas?|Por que)\b(?! (?:s[ií]|no)\b)"
    r"|¿(?:Como|Cuando|Donde)\b(?=[^,?]*\?)"
    r"|\b(?:tambien|ademas|despues|asi|aqui|alli|dificil|facil|util|rapido|informatica|tecnologia"
    r"|espanol|ingles|nin[oa]s?|anos?|ensen[ao]|manana|pequen[oa]s?|pagina|linea|telefono|numeros"
    r"|dia|dias|algun|ningun|segun|quizas?|sesion|razon"
    r"|[a-záéíóúñ]{3,}(?<!coer)(?<!suspi)cion)\b",
    re.IGNORECASE,
)
_OPEN = late.pattern(r"\*[^*\n]+\*|“[^“”]*”|`[^`]+`|https?://\S+|\([^()]*\)")
_FREE = ("sources", "citation", "say_it")


@rule(Severity.WARNING)
def check(translation: Translation, frame: Frame) -> Iterator[Flaw]:
    find = {"vi": _vietnamese, "es": _spanish}.get(translation.language.id)
    if find is None:
        return
    for english, told in translation.told:
        if translation.document and english.address.partition("/")[0] in _FREE:
            continue
        if word := find(told.words):
            message = f"“{word}” is written without its accents"
            yield Flaw(english.address, message, "Write every accent, on capitals too.", word)


def _vietnamese(words: str) -> str:
    if not words.isascii() or len(_PLAIN.findall(words)) < _FEWEST:
        return ""
    return "" if len(_ENGLISH.findall(words)) >= 2 else " ".join(words.split()[:_FEWEST])


def _spanish(words: str) -> str:
    found = _SPANISH.search(words)
    if found is None:
        return ""
    found = _SPANISH.search(_OPEN.sub(" ", words))
    return found[0].lstrip("¿") if found else ""
