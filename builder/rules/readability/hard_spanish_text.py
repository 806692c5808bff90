"""The Spanish that families read in a document is harder than sixth-grade Spanish.

**Why.** A translation can be right in every word and still be the Spanish of an office. Families
who read little Spanish at school need the same easy page as those who read English.

**How to mend.** The finding points at the hardest passage. Use verbs in place of nouns in -ción and
-miento, cut the sentence in two, and say *usted* do this. Change only the Spanish if its English is
easy. A district sets another score with `least`; below `unreadable` it is an error and the rule
unreadable-spanish-text says so.

**Source.** Fernández Huerta (1959): 206.84 − 60 × syllables per word − 1.02 × words per sentence.
70 to 80 is read with ease in the sixth grade. The message tells the Szigriszt-Pazos score as well
(1993), which the INFLESZ scale reads: 55 to 65 is normal, 65 to 80 quite easy. That 70 is the
target is our own choice.

**Limits.** Looks at all translated passages for families of a document together, from a hundred
words on. English terms kept on purpose are counted by Spanish rules. No other language of the
district has a formula that is recognized, so none gets a number.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.reading import hardest, measured, read_by, remedy
from builder.rules.engine import Flaw, Frame, Translation, rule


@rule(Severity.WARNING)
def check(
    translation: Translation, frame: Frame, *, least: int = 70, unreadable: int = 60
) -> Iterator[Flaw]:
    document = translation.document
    if document is None or translation.language.id.partition("-")[0] != "es":
        return
    passages = read_by("families", document, tuple(told for _, told in translation.told))
    found = measured(passages, "es")
    if found and found.perspicuity is not None and unreadable <= round(found.ease, 1) < least:
        passage = hardest(passages, "es")
        scores = f"{found.ease:.1f} (Fernández Huerta; INFLESZ {found.perspicuity:.1f})"
        message = f"the Spanish for families scores {scores}, below {least}"
        yield Flaw(passage.address, message, remedy(passage, "es"))
