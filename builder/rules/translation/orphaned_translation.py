"""A PO file translates passages that the document no longer has.

**Why.** The next `refresh` drops them. If a passage only got another id, its translation is lost
and must be made again.

**How to mend.** If the passage still stands in the document under a new id, give it the old id
back, or copy the translation to the new address before you refresh. If it is gone, run
`curriculum translate refresh`.

**Source.** Our own rule: an id is never renamed, because it is the address of its translations.

**Limits.** One finding for each PO file, at the first such passage. Nothing is guessed: a passage
that has moved and one that is gone look the same.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.rules.engine import Flaw, Frame, Translation, rule


@rule(Severity.WARNING)
def check(translation: Translation, frame: Frame) -> Iterator[Flaw]:
    known = {passage.address for passage in translation.passages}
    gone = [
        address
        for address, entry in translation.catalog.items()
        if address not in known and entry.translation
    ]
    if gone:
        more = f" and {len(gone) - 1} more" if len(gone) > 1 else ""
        message = f"the document has no passage “{gone[0]}”{more}"
        hint = "Copy the translation to its new address, or run `curriculum translate refresh`."
        yield Flaw(gone[0], message, hint)
