"""The sheet for interpreters lists no terms of the glossary.

**Why.** Interpreters meet words such as “training data” for the first time in front of a room.
With the terms and their explanations a week before, each family hears the same idea, and the
English school word beside it.

**How to mend.** Name under `terms` the glossary terms that the script uses or that families may
ask about; the page then prints their explanations.

**Source.** Our own rule: the idea is explained in the home language and the school word stays in
English.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.workshop import Workshop
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(workshop: Workshop, frame: Frame) -> Iterator[Problem]:
    if not workshop.interpreter_sheet.terms:
        message = "the sheet for interpreters lists no terms"
        hint = "Name the glossary terms of the script, such as `terms: [ai, chatbot, pattern]`."
        yield Problem(workshop, ("interpreter_sheet", "terms"), message, hint)
