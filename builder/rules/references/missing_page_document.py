"""One of the three documents with a page of their own is missing.

**Why.** The home page, the principles and the profile of a graduate are one document each. Every
page leads to them; without its document such a page cannot be made, and the site neither.

**How to mend.** Write the file that the remedy names, with that id. If the document is there under
another id, give it back this one: its address is printed and linked.

**Source.** Our own rule: the site has one home page, one page of principles, one profile.

**Limits.** A missing file has no line, so the finding stands at the nearest document there is.
"""

from collections.abc import Iterator

from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.model.family import Home
from builder.model.grades import Band
from builder.model.progression import GraduateProfile
from builder.model.register import Principles
from builder.rules.engine import Context, Problem, rule

PAGES: tuple[tuple[type[Document], str, str], ...] = (
    (Home, "home", "the home page"),
    (Principles, "principles", "the page of principles"),
    (GraduateProfile, "graduate-profile", "the profile of a graduate"),
)


@rule()
def check(context: Context) -> Iterator[Problem]:
    curriculum = context.curriculum
    for kind, name, what in PAGES:
        near = _near(kind, curriculum)
        if near and name not in curriculum.all(kind) and name not in curriculum.unread(kind):
            message = f"{what} has no document “{name}”"
            yield Problem(near, ("id",), message, f"Write {kind.folder}/{name}.yml.")


def _near(kind: type[Document], curriculum: Curriculum) -> Document | None:
    """One of the same kind under a wrong name, a band, or whatever there is."""
    for nearer in (kind, Band, Document):
        for document in curriculum.in_use(nearer):
            return document
    return None
