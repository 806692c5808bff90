"""The Spanish that families read in a document is so hard that many cannot use it.

**Why.** Below this score the Spanish is that of a contract or a law. A family that gets it has
Spanish words in hand and no answer to “What do I do?”.

**How to mend.** Translate the meaning anew, as an interpreter would say it: verbs in place of nouns
in -ción and -miento, short sentences, *usted* first. The finding points at the hardest passage. A
district sets another score with `least`.

**Source.** Fernández Huerta (1959): 206.84 − 60 × syllables per word − 1.02 × words per sentence;
60 to 70 is the Spanish of grades 7 and 8. California Education Code 48985 asks schools to send
notices in the language of many families; it sets no score, and 60 as the end is our own choice.

**Limits.** As those of hard-spanish-text: all translated passages for families of a document
together, from a hundred words on.
"""

from collections.abc import Iterator

from builder.reading import hardest, measured, read_by, remedy
from builder.rules.engine import Flaw, Frame, Translation, rule


@rule()
def check(translation: Translation, frame: Frame, *, least: int = 60) -> Iterator[Flaw]:
    document = translation.document
    if document is None or translation.language.id.partition("-")[0] != "es":
        return
    passages = read_by("families", document, tuple(told for _, told in translation.told))
    found = measured(passages, "es")
    if found and found.perspicuity is not None and round(found.ease, 1) < least:
        passage = hardest(passages, "es")
        scores = f"{found.ease:.1f} (Fernández Huerta; INFLESZ {found.perspicuity:.1f})"
        message = f"the Spanish for families scores {scores}, below {least}"
        yield Flaw(passage.address, message, remedy(passage, "es"))
