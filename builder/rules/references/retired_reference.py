"""A document still in use names something that is retired.

**Why.** What is retired keeps its address for old links, but nobody maintains it. A lesson that
teaches a retired outcome, or a family page that leads to a retired one, sends people there.

**How to mend.** Name what came in its place; the remedy says what that is, if the retired document
says so with `replaced_by`. If nothing came in its place, take the name out.

**Source.** Our own rule: what is retired stays readable and is no longer used.

**Limits.** What a retired document or outcome names itself is not looked at. Frameworks are never
retired here; they have a status of their own.
"""

from collections.abc import Iterator

from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.model.progression import Outcome, Strand
from builder.model.references import Reference, references
from builder.rules.engine import Context, Problem, rule


@rule()
def check(context: Context) -> Iterator[Problem]:
    curriculum = context.curriculum
    clues = [one.encode() for one in _retired(curriculum)]
    for document in curriculum.in_use(Document):
        source = curriculum.source_of(document)
        written = source.path.encode() + source.as_json  # a lesson's band is its folder
        if not any(clue in written for clue in clues):
            continue
        for reference in references(document):
            target = _target(reference, curriculum)
            if target is None or target.status != "retired" or _in_retired(document, reference):
                continue
            message = f"the {reference.what} “{reference.target}” is retired"
            hint = f"Name “{target.replaced_by}” instead." if target.replaced_by else "Take it out."
            yield Problem(document, reference.at, message, hint)


def _retired(curriculum: Curriculum) -> Iterator[str]:
    """The ids of what is retired: a file in which none is written names none of it."""
    for entry in curriculum.loaded:
        if entry.document.status == "retired":
            yield entry.document.id
    for code, outcome in curriculum.outcomes.items():
        if outcome.status == "retired":
            yield code


def _target(reference: Reference, curriculum: Curriculum) -> Document | Outcome | None:
    if reference.kind is Outcome:
        return curriculum.outcomes.get(reference.target)
    if issubclass(reference.kind, Document):
        return curriculum.all(reference.kind).get(reference.target)
    return None


def _in_retired(document: Document, reference: Reference) -> bool:
    """Whether the naming stands in an outcome that is retired itself."""
    if not isinstance(document, Strand) or len(reference.at) < 2:
        return False
    return document.outcomes[int(reference.at[1])].status == "retired"
