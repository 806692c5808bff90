"""A form of the workshop gives the facilitator no words to say aloud.

**Why.** The kit is for a parent liaison who has never spoken about AI, and for interpreters who
prepare with the script. “Explain how a chatbot works” leaves both alone. Words written out are
also the only thing that can be translated well before the evening.

**How to mend.** Write what is said as quotes, in short sentences: `> “Welcome. You need no phone
today.”` What is done stands beside them without marks.

**Source.** Our own rule: a kit can be used by whoever opens it.

**Limits.** One quote in the whole form is enough to be quiet; whether the words are good ones is
for a person to judge.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.workshop import Workshop
from builder.rules.engine import Frame, Problem, rule

ALOUD = late.pattern(r"^ *>|“|\"", re.MULTILINE)


@rule(Severity.WARNING)
def check(workshop: Workshop, frame: Frame) -> Iterator[Problem]:
    for name, form in (("full", workshop.full), ("short", workshop.short)):
        if not any(ALOUD.search(item.script.words) for item in form.agenda):
            message = f"the script of the {name} form holds no words to say aloud"
            hint = "Write what the facilitator says as a quote: `> “Welcome. I am glad you came.”`"
            yield Problem(workshop, (name, "agenda"), message, hint)
