"""A family page teaches a school word, and the translation does not show it in English.

**Why.** The child comes home with the English word. A parent who has read only its translation
cannot connect the two, and cannot ask the teacher about it.

**How to mend.** Keep the English word beside the translated one: “fuente (en inglés: *source*)”.

**Source.** The K–12 strategic plan, “Translanguaging Bridge”: the idea is explained in the home
language, the academic word stays in English.

**Limits.** Looks at passages for families in which a glossary term stands in bold, and at the
school word of each family guide. Other mentions may be translated freely. It asks whether the
English word is there, not whether it is explained.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.model.family import Guide
from builder.model.readers import reader
from builder.model.register import Term
from builder.model.text import Text
from builder.rules.engine import Flaw, Frame, Translation, rule

_BOLD = late.pattern(r"\*\*([^*\n]+)\*\*")


@rule(Severity.WARNING)
def check(translation: Translation, frame: Frame) -> Iterator[Flaw]:
    document = translation.document
    if document is None:
        return
    for english, told in translation.told:
        for term in _taught(document, english, frame):
            if term.lower() not in told.words.lower():
                message = f"the school word “{term}” is not shown in English"
                hint = f"Write *{term}* beside the translated word, in parentheses."
                yield Flaw(english.address, message, hint)


def _taught(document: Document, english: Text, frame: Frame) -> list[str]:
    """The glossary terms that this passage teaches to families."""
    found: list[str] = []
    terms = frame.all(Term)
    if isinstance(document, Guide) and english.address == "word/text":
        own = terms.get(document.word.term)
        if own and own.term.lower() in english.words.lower():
            found.append(own.term)
    if "**" in english.words and reader(document, english) == "families":
        bold = {one.lower().strip(" .,:;“”") for one in _BOLD.findall(english.words)}
        found += [one.term for one in terms.values() if one.term.lower() in bold]
    return list(dict.fromkeys(found))
