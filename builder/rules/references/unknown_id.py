"""A document names another one that does not exist.

**Why.** A link to nothing leaves a teacher without the handout, a family without the explanation,
and breaks the addresses that schools have printed.

**How to mend.** Correct the spelling; the remedy names the nearest id that exists. If the document
is new, add it in the same pull request.

**Source.** Our own rule: every address on the site answers.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from builder.model.references import references
from builder.rules.engine import Context, Problem, rule


@rule()
def check(context: Context) -> Iterator[Problem]:
    for entry in context.curriculum.loaded:
        for reference in references(entry.document, context.curriculum):
            if reference.target in reference.known:
                continue
            near = get_close_matches(reference.target, list(reference.known), 1, 0.5)
            hint = f"Did you mean “{near[0]}”?" if near else "Correct it, or add the document."
            message = f"there is no {reference.what} “{reference.target}”"
            yield Problem(entry.document, reference.at, message, hint)
