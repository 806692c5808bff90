"""Two things of one kind have names that people take for each other.

**Why.** An id is typed from paper and said on the phone. If `lesson-1` and `lesson-l` are two
pages, a family lands on the wrong one, and a reviewer does not see which of them a change is about.

**How to mend.** Give the newer one a name that differs in a word, before anything is printed.

**Source.** Unicode Technical Standard 39, “Confusable Detection”, for 1 and l, and for m and rn.
That 0 looks like o, and w like vv, is our own.

**Limits.** Documents of one kind are compared. No id has capitals or letters of other scripts.
Where both names are ordinary words, such as modem and modern, an exception may say so.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Context, Problem, rule

_ALIKE = str.maketrans({"1": "l", "0": "o", "m": "rn", "w": "vv"})


@rule(Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    first: dict[tuple[type[Document], str], str] = {}
    for document in context.curriculum.in_use(Document):
        taken = first.setdefault((type(document), document.id.translate(_ALIKE)), document.id)
        if taken != document.id:
            message = f"the id “{document.id}” looks like “{taken}”, another {document.kind}"
            yield Problem(document, ("id",), message, "Let the two differ in a word.")
