"""The English has changed since these passages were translated.

**Why.** Families would read what no longer holds. So passages on safety, privacy, integrity and
policy show the English instead until they are brought up to date, and so do those that give other
numbers, links, codes or marks than the English of today. The others carry a mark that says so.

**How to mend.** Run `curriculum translate refresh`, then open the file in Poedit: each stale
passage is marked as needing work and shows the earlier English. Change the translation and take the
mark away.

**Source.** Our own rule, after the check of our domain reference: a source that has drifted makes
its translation stale.

**Limits.** One finding for each PO file, at its first stale passage. A comma in the English is
enough to make a passage stale; a person decides whether the translation must change.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.text import State
from builder.rules.engine import Flaw, Frame, Translation, rule


@rule(Severity.WARNING)
def check(translation: Translation, frame: Frame) -> Iterator[Flaw]:
    stale = [
        passage
        for passage in translation.passages
        if (entry := translation.catalog.get(passage.address)) is not None
        and entry.translation
        and (entry.state is State.STALE or entry.english != passage.words)
    ]
    if not stale:
        return
    careful = sum(passage.careful for passage in stale)
    which = "1 passage is" if len(stale) == 1 else f"{len(stale)} passages are"
    message = f"{which} older than the English"
    if careful == len(stale):
        message += "; the page shows the English instead"
    elif careful:
        message += f"; for {careful} of them the page shows the English instead"
    hint = "Run `curriculum translate refresh`, then translate what is marked as needing work."
    yield Flaw(stale[0].address, message, hint)
