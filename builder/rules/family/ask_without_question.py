"""The question to ask at home is not a question.

**Why.** The page promises words that a parent can say tonight as they stand. A topic such as “Talk
about sources” leaves the hardest part, finding the words, to the parent.

**How to mend.** Write the words to say, with a question mark: “How do you know?” What to do with
the answer goes into the text beside it.

**Source.** Our own rule: one thing to try, ready to say.

**Limits.** Looks for a question mark only.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.family import Guide, Home, Letter, Topic
from builder.model.lesson import Lesson
from builder.model.text import Text
from builder.rules.engine import Frame, Problem, rule
from builder.source import Loc


@rule(Severity.WARNING)
def check(document: Guide | Topic | Home | Letter | Lesson, frame: Frame) -> Iterator[Problem]:
    for at, ask in _asked(document):
        if "?" not in ask.words:
            message = "these words ask nothing"
            hint = "Write a question that a parent can say aloud: “How do you know?”"
            yield Problem(document, at, message, hint)


def _asked(document: Guide | Topic | Home | Letter | Lesson) -> Iterator[tuple[Loc, Text]]:
    if isinstance(document, Lesson):
        yield ("family", "ask"), document.family.ask
    elif isinstance(document, Letter):
        yield ("try", "ask"), document.try_.ask
    elif document.tonight is not None:
        yield ("tonight", "ask"), document.tonight.ask
