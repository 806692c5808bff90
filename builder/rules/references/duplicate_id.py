"""Two things of one kind carry the same name.

**Why.** An id is an address: of a page, of a printed QR code, of a translated passage. If two
lessons, two outcomes or two items of a list share one, links and translations reach only one of
them, and nobody sees which. Two glossary entries for one term confuse in the same way.

**How to mend.** Give the newer one a name of its own, and change the file's name with it. An
outcome gets the next free number; a number that was once used is never given again.

**Source.** Our own rule: an id names one thing for ever. The exports rely on it, since 1EdTech CASE
wants identifiers that are unique.

**Limits.** The levels of an integrity document are counted by the rule missing-level.
"""

from collections.abc import Iterator

from builder.model.base import Document, Part
from builder.model.curriculum import Curriculum
from builder.model.progression import Outcome
from builder.model.register import Term
from builder.rules.engine import Context, Problem, rule
from builder.source import Loc


@rule()
def check(context: Context) -> Iterator[Problem]:
    yield from _documents(context.curriculum)
    yield from _strand_letters(context.curriculum)
    yield from _outcomes(context.curriculum)
    yield from _terms(context.curriculum)
    for entry in context.curriculum.loaded:
        yield from _items(entry.document, entry.document, ())


def _documents(curriculum: Curriculum) -> Iterator[Problem]:
    first: dict[tuple[type[Document], str], str] = {}
    for entry in curriculum.loaded:
        document = entry.document
        taken = first.setdefault((type(document), document.id), entry.path)
        if taken != entry.path:
            message = f"there are two documents of the kind {document.kind} named “{document.id}”"
            yield Problem(document, ("id",), message, f"The other is {taken}. Rename one of them.")


def _strand_letters(curriculum: Curriculum) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for strand in curriculum.strands:
        taken = first.setdefault(strand.code, strand.id)
        if taken != strand.id:
            message = f"the strand “{taken}” has the letters {strand.code} already"
            yield Problem(strand, ("code",), message, "Choose three other letters.")


def _outcomes(curriculum: Curriculum) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for one in curriculum.placed:
        code = one.outcome.code
        if code in first:
            message = f"the outcome code {code} stands twice"
            hint = f"It stands in {first[code]} already. Give this one the next free number."
            yield Problem(one.strand, (*one.at, "code"), message, hint)
        first.setdefault(code, curriculum.source_of(one.strand).path)


def _terms(curriculum: Curriculum) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for term in curriculum.all(Term).values():
        taken = first.setdefault(" ".join(term.term.casefold().split()), term.id)
        if taken != term.id:
            message = f"the glossary explains “{term.term}” twice"
            yield Problem(term, ("term",), message, f"The entry “{taken}” has it. Merge the two.")


def _items(document: Document, part: Part, at: Loc) -> Iterator[Problem]:
    """The same name twice in one list, at any depth; outcomes are compared across all strands."""
    for name, field in type(part).model_fields.items():
        value, here = getattr(part, name), (*at, field.alias or name)
        if isinstance(value, Part):
            yield from _items(document, value, here)
        elif isinstance(value, tuple):
            parts = [item for item in value if isinstance(item, Part)]
            yield from _twice(document, parts, here)
            for number, item in enumerate(parts):
                yield from _items(document, item, (*here, number))


def _twice(document: Document, parts: list[Part], at: Loc) -> Iterator[Problem]:
    seen = set()
    for number, item in enumerate(parts):
        key = "id" if hasattr(item, "id") else "code"
        name = getattr(item, key, None)
        if name is None or isinstance(item, Outcome):
            continue
        if name in seen:
            message = f"“{name}” names two items of this list"
            yield Problem(
                document, (*at, number, key), message, "Give this item a name of its own."
            )
        seen.add(name)
