"""A document's name is not the one that its file, its band or its strand gives it.

**Why.** Writers look for a document by its file, readers by its address. If the two differ, people
mend the wrong file. The same holds for the letters in an outcome's code: `3-5.EVA.1` must stand in
the strand EVA, or a teacher cannot find it in the matrix.

**How to mend.** If the document has never been published, make the `id` equal to the file's name.
If it has, rename the file: an id that families may have printed does not change. The guide and the
letter of a band also name the band itself; both must agree. An outcome under the wrong letters
moves to its strand, or gets a code of this one.

**Source.** Our own rule: one name in file, address, code and translation.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from builder.model.family import Guide, Letter
from builder.model.grades import code_strand
from builder.model.household import KitchenSheet
from builder.model.progression import Strand
from builder.rules.engine import Context, Problem, rule


@rule()
def check(context: Context) -> Iterator[Problem]:
    for entry in context.curriculum.loaded:
        document, name = entry.document, PurePosixPath(entry.path).stem
        if document.id != name:
            message = f"the id “{document.id}” is not the name of the file, “{name}”"
            hint = f"Write `id: {name}`, or rename the file if its address is already in use."
            yield Problem(document, ("id",), message, hint)
        if isinstance(document, Guide | KitchenSheet | Letter) and document.band != document.id:
            message = f"the {document.kind} “{document.id}” says it is for band {document.band}"
            hint = "Make id and band agree: there is one for each band."
            yield Problem(document, ("band",), message, hint)
        if isinstance(document, Strand):
            yield from _outcomes(document)


def _outcomes(strand: Strand) -> Iterator[Problem]:
    for number, outcome in enumerate(strand.outcomes):
        letters = code_strand(outcome.code)
        if letters != strand.code:
            at = ("outcomes", number, "code")
            message = f"the letters {letters} are not those of this strand, {strand.code}"
            hint = "Move the outcome to its strand, or give it a code of this one."
            yield Problem(strand, at, message, hint)
