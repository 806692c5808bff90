"""The same thing is allowed in one list and refused in the other.

**Why.** A parent reads “may” and “may not” side by side and so does a student. If both say the
same, each picks the line they like, and the school has promised two things.

**How to mend.** Take it out of one list, or say in both under which condition: “when the teacher
opens it”, “on their own”.

**Source.** Our own rule: a clear expectation is part of honest work.

**Limits.** Sees only lines that are made of the same words. Two lines that contradict each other
in different words are for a person to find.
"""

from collections.abc import Iterator

from builder import late
from builder.model.family import Guide
from builder.model.integrity import Integrity
from builder.model.text import Text
from builder.rules.engine import Frame, Problem, rule
from builder.source import Loc
from builder.starter_words import is_starter

# Words that carry no condition, so that “Your child does not use a chatbot” is “Use a chatbot”.
_SMALL = """
a also an are at be can cannot child children do does don’t for have i in is it kids may my never no
not of on our students teen that the their them they this to use uses using we will with you your
"""
SMALL = frozenset(_SMALL.split())
WORD = late.pattern(r"[\w’'-]+")

Line = tuple[Loc, Text]


@rule()
def check(document: Guide | Integrity, frame: Frame) -> Iterator[Problem]:
    for allowed, refused in _pairs(document):
        known = {_meant(text): text for _, text in allowed}
        for at, text in refused:
            meant = _meant(text)
            if meant and meant in known and not is_starter(text):
                message = f"this is allowed in the other list: “{known[meant].shown}”"
                hint = "Keep it in one list, or say in both under which condition."
                yield Problem(document, at, message, hint)


def _pairs(document: Guide | Integrity) -> Iterator[tuple[list[Line], list[Line]]]:
    if isinstance(document, Guide):
        yield (
            [(("may",), one.text) for one in document.may],
            [
                (("may_not", number, "text"), one.text)
                for number, one in enumerate(document.may_not)
            ],
        )
        return
    yield (
        [(("helps",), one.text) for one in document.helps],
        [
            (("undermines", number, "text"), one.text)
            for number, one in enumerate(document.undermines)
        ],
    )
    for number, level in enumerate(document.levels):
        yield [(("levels",), level.may)], [(("levels", number, "may_not"), level.may_not)]


def _meant(text: Text) -> frozenset[str]:
    """The words that count, as a set: at least two, or nothing is meant."""
    words = frozenset(WORD.findall(text.shown.lower())) - SMALL
    return words if len(words) > 1 else frozenset()
