"""A workshop's invitation or reminder is longer than families read on the way.

**Why.** The invitation hangs on a door and lies in a backpack, the reminder is a text message.
Every language makes them longer. What stands after the first screen is not read, and that is often
the place or the interpreter.

**How to mend.** Keep what a family needs to come: what, when, where, what is free, whom to tell.
Move the rest to the first slide. A district may set other limits in `invitation` and `reminder`.

**Source.** Our own rule, after published flyers: 120 words for the invitation with its title, 60
for the reminder.

**Limits.** Counts the English only. Dotted lines to fill in are not words.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.text import Text
from builder.model.workshop import Workshop
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(
    workshop: Workshop, frame: Frame, *, invitation: int = 120, reminder: int = 60
) -> Iterator[Problem]:
    flyer = (workshop.invitation.title, workshop.invitation.text)
    for name, parts, most in (
        ("invitation", flyer, invitation),
        ("reminder", (workshop.reminder,), reminder),
    ):
        length = _words(parts)
        if length > most:
            message = f"the {name} has {length} words"
            hint = f"Shorten it to {most}: what, when, where, what is free, whom to tell."
            yield Problem(workshop, (name,), message, hint)


def _words(parts: tuple[Text, ...]) -> int:
    return sum(any(map(str.isalnum, word)) for part in parts for word in part.shown.split())
