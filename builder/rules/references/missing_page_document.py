"""A document with a page of its own is missing, or has another name.

**Why.** The home page, the principles and the profile of a graduate are one document each. Every
page leads to them; without its document such a page cannot be made, and the site neither. The
calendar, the roadmap and the like need not be there; under another name nobody would see them.

**How to mend.** Write the file that the remedy names, with that id. If the document is there under
another id, give it back this one: its address is printed and linked.

**Source.** Our own rule: the site has one home page, one page of principles, one roadmap.

**Limits.** A missing file has no line, so the finding stands at the nearest document there is.
"""

from collections.abc import Iterator

from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.model.family import Home
from builder.model.grades import Band
from builder.model.kinds import KINDS
from builder.model.progression import GraduateProfile
from builder.model.register import Principles
from builder.rules.engine import Context, Problem, rule

NEEDED: dict[type[Document], str] = {
    Home: "the home page",
    Principles: "the page of principles",
    GraduateProfile: "the profile of a graduate",
}


@rule()
def check(context: Context) -> Iterator[Problem]:
    curriculum = context.curriculum
    for kind in KINDS:
        name, near = kind.only, _near(kind, curriculum)
        if not name or near is None or name in {*curriculum.all(kind), *curriculum.unread(kind)}:
            continue
        what = NEEDED.get(kind, f"the page of {kind.kind}")
        yield Problem(
            near, ("id",), f"{what} has no document “{name}”", f"Write {kind.folder}/{name}.yml."
        )


def _near(kind: type[Document], curriculum: Curriculum) -> Document | None:
    """One of the same kind under a wrong name; where it must be there, a band or whatever is."""
    for nearer in (kind, Band, Document) if kind in NEEDED else (kind,):
        for document in curriculum.in_use(nearer):
            return document
    return None
