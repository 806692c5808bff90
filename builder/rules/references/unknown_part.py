"""A material or a table names a part of its own document that is not there.

**Why.** A material that names a handout becomes a link to that sheet, and a cell stands under the
column it names. Where the name leads nowhere, a teacher prints the wrong sheet or a cell is lost.

**How to mend.** Correct the name; it is the `id` of a handout of this lesson, or of a column of
this table. Or write the handout that is meant.

**Source.** Our own rule: what a page promises, it holds.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from builder.model.groups import WithHandouts
from builder.model.progression import Framework
from builder.model.references import inner_references
from builder.rules.engine import Frame, Problem, rule


@rule()
def check(document: WithHandouts | Framework, frame: Frame) -> Iterator[Problem]:
    for reference, known in inner_references(document):
        if reference.target not in known:
            near = get_close_matches(reference.target, list(known), 1, 0.5)
            hint = f"Did you mean “{near[0]}”?" if near else "Correct it, or add what is meant."
            message = f"there is no {reference.what} “{reference.target}”"
            yield Problem(document, reference.at, message, hint)
