"""The AI-use levels of a band are not exactly those from 0 to its maximum.

**Why.** A teacher puts a level on each assignment, and the student looks it up. A level that is
left out, written twice or above the maximum leaves the student guessing.

**How to mend.** Write each level once, from 0 to `maximum_level`.

**Source.** Our own rule; the scale follows the AI Assessment Scale of Perkins, Roe and Furze
(2024), whose levels 1 to 5 are our 0 to 4.
"""

from collections.abc import Iterator

from builder.model.integrity import Integrity
from builder.rules.engine import Context, Problem, rule


@rule()
def check(context: Context) -> Iterator[Problem]:
    for integrity in context.curriculum.in_use(Integrity):
        yield from _levels(integrity)


def _levels(integrity: Integrity) -> Iterator[Problem]:
    levels = [one.level for one in integrity.levels]
    for missing in sorted(set(range(integrity.maximum_level + 1)) - set(levels)):
        message = f"level {missing} is missing"
        hint = f"Write every level from 0 to {integrity.maximum_level}."
        yield Problem(integrity, ("levels",), message, hint)
    for number, level in enumerate(levels):
        at = ("levels", number, "level")
        if level > integrity.maximum_level:
            message = f"level {level} is above the highest level, {integrity.maximum_level}"
            yield Problem(integrity, at, message, "Take it out, or raise `maximum_level`.")
        elif level in levels[:number]:
            yield Problem(integrity, at, f"level {level} stands twice", "Keep one of them.")
