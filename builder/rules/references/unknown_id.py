"""A document names another one that does not exist.

**Why.** A link to nothing leaves a teacher without the handout, a family without the explanation,
and breaks the addresses that schools have printed.

**How to mend.** Correct the spelling; the remedy names the nearest id that exists. If the document
is new, add it in the same pull request.

**Source.** Our own rule: every address on the site answers.

**Limits.** A name that may stand in a file with a mistake in it is not reported until that file can
be read.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from builder.model.base import Document, Part
from builder.model.curriculum import Curriculum
from builder.model.educators import Competencies, Competency
from builder.model.progression import (
    Aim,
    Framework,
    FrameworkCode,
    GraduateProfile,
    Outcome,
    Strand,
)
from builder.model.references import Reference, references
from builder.rules.engine import Context, Problem, rule

HOLDERS: dict[type[Part], type[Document]] = {
    Outcome: Strand,
    Aim: GraduateProfile,
    FrameworkCode: Framework,
    Competency: Competencies,
}


@rule()
def check(context: Context) -> Iterator[Problem]:
    for entry in context.curriculum.loaded:
        for reference in references(entry.document, context.curriculum):
            if reference.target in reference.known or _unread(reference, context.curriculum):
                continue
            near = get_close_matches(reference.target, list(reference.known), 1, 0.5)
            hint = f"Did you mean “{near[0]}”?" if near else "Correct it, or add the document."
            message = f"there is no {reference.what} “{reference.target}”"
            yield Problem(entry.document, reference.at, message, hint)


def _unread(reference: Reference, curriculum: Curriculum) -> bool:
    """Whether a file that cannot be read yet may hold what is named."""
    if issubclass(reference.kind, Document):
        return reference.target.partition("#")[0] in curriculum.unread(reference.kind)
    holder = HOLDERS.get(reference.kind)
    return holder is not None and bool(curriculum.unread(holder))
