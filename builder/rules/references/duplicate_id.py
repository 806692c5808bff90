"""Two things of one kind carry the same name.

**Why.** An id is an address: of a page, of a printed QR code, of a translated passage. If two
lessons or two outcomes share one, links and translations reach only one of them, and nobody sees
which. Two glossary entries for one term confuse in the same way.

**How to mend.** Give the newer one a name of its own, and change the file's name with it. An
outcome gets the next free number; a number that was once used is never given again.

**Source.** Our own rule: an id names one thing for ever. The exports rely on it, since 1EdTech CASE
wants identifiers that are unique.

**Limits.** Items of one list are looked at by the rule repeated-id.
"""

from collections.abc import Iterator

from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.model.register import Term
from builder.rules.engine import Context, Problem, rule


@rule()
def check(context: Context) -> Iterator[Problem]:
    yield from _documents(context.curriculum)
    yield from _strand_letters(context.curriculum)
    yield from _outcomes(context.curriculum)
    yield from _terms(context.curriculum)


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
