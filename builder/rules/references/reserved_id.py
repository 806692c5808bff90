"""An id is the address of something else.

**Why.** A lesson stands at `lessons/` and its id, its parts at their ids on its page, its files
under its id as their name. Where two things have one address, a link and a printed code lead to the
wrong one, and one file takes the place of another.

**How to mend.** Give it another id, before anything has been printed.

**Source.** Our own rule: an address leads to one thing.
"""

from collections.abc import Iterator, Mapping

from builder.model.base import Document
from builder.model.district import Resources
from builder.model.educators import Chapter, Competencies, Course
from builder.model.family import Topic
from builder.model.household import Questions
from builder.model.lesson import Lesson
from builder.model.progression import GraduateProfile, Strand
from builder.model.register import Principles, Term
from builder.model.unit import Unit
from builder.model.workshop import Workshop
from builder.rules.engine import Frame, Problem, rule
from builder.source import Loc
from builder.takeaway import ENDINGS

ANYWHERE = frozenset(("page", "toc-title", "school-words"))
MEANING = "meaning-"  # and the id of a term
# Documents that stand with others on a page, at their own ids, and what else stands there or would
# have their address.
ALONE: Mapping[type[Document], frozenset[str]] = {
    Course: frozenset(),
    Lesson: frozenset(("end", "files", "lessons", "outcomes", "questions")),
    Strand: frozenset(("data", "frameworks")),
    Term: frozenset(),
}
# Documents whose parts stand on their page at the ids of the parts: their list, and what else.
PARTS: Mapping[type[Document], tuple[str, frozenset[str]]] = {
    Chapter: ("sections", frozenset(("handouts", "in-class", "key", "path", "sources"))),
    Competencies: ("competencies", frozenset(("sources",))),
    GraduateProfile: ("aims", frozenset()),
    Lesson: (
        "segments",
        frozenset(
            (
                *("assessment", "before", "changes", "everyone", "families", "files", "key"),
                *("label", "language", "misconceptions", "objectives", "path", "safety"),
                *("sources", "steps", "time", "words"),
            )
        ),
    ),
    Principles: ("principles", frozenset(("sources",))),
    Questions: ("groups", frozenset(("ask",))),
    Resources: ("shelves", frozenset()),
    Topic: ("sections", frozenset(("ask", "sources"))),
}
_SHEETS = ENDINGS["handouts"].removesuffix(".pdf")
_HINT = "Give it another id."


@rule()
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for at, id in _taken(document):
        yield Problem(document, (*at, "id"), f"“{id}” is the address of something else", _HINT)
    if isinstance(document, Lesson | Unit | Workshop) and document.id.endswith(_SHEETS):
        other = document.id.removesuffix(_SHEETS)
        message = f"its file would be called as the one with the sheets of “{other}”"
        yield Problem(document, ("id",), message, _HINT)


def _taken(document: Document) -> Iterator[tuple[Loc, str]]:
    kind = type(document)
    if kind in ALONE and document.id in ALONE[kind] | ANYWHERE:
        yield (), document.id
    name, others = PARTS.get(kind, ("", frozenset()))
    for number, part in enumerate(getattr(document, name) if name else ()):
        if part.id in others | ANYWHERE or part.id.startswith(MEANING):
            yield (name, number), part.id
    if isinstance(document, Questions):
        yield from _questions(document)
    if isinstance(document, Workshop):  # `short-script` is the heading above the parts
        for number, segment in enumerate(document.short.agenda):
            if segment.id == "script":
                yield ("short", "agenda", number), segment.id


def _questions(document: Questions) -> Iterator[tuple[Loc, str]]:
    """A question stands at its group’s id and its own, which another pair may make, too."""
    seen = {one.id for one in document.groups}
    for number, group in enumerate(document.groups):
        for place, question in enumerate(group.questions):
            anchor = f"{group.id}-{question.id}"
            if anchor in seen:
                yield ("groups", number, "questions", place), anchor
            seen.add(anchor)
