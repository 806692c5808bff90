"""Words of the English stand in the translation as they were.

**Why.** A sentence that was forgotten stands under the name of another language: the parent cannot
read it, a screen reader reads it with the wrong sounds, and the page counts it as translated.

**How to mend.** Translate the words. English that students shall say or read belongs in quotes,
italics, bold or parentheses. A passage that cannot be translated yet stays empty: the page then
shows the English and says so.

**Source.** Our own rule, after CDE's practice that notices are in the language of the home
(California Education Code 48985).

**Limits.** Only a run of words that also stands in the English counts, and only with two of its
small words (“the”, “of”, “you”) and few capitals in it, so that names and titles go free. Sources,
citations, support for English learners and the sheets of lessons may need English and are not
looked at.
"""

import re
from collections.abc import Iterator

from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Flaw, Frame, Translation, rule

# Small words of English that are words of no language written here in Latin letters.
_SMALL = re.compile(
    r"\b(?:the|of|and|is|are|was|were|you|your|that|this|for|with|not|they|their|our|what|who|how"
    r"|when|from|does|which|must|will|should|about|have)\b",
    re.IGNORECASE,
)
_SPARED = re.compile(
    r"“[^“”]*”|«[^«»]*»|「[^「」]*」|\*[^*\n]+\*|`[^`\n]+`|\([^()]*\)|（[^（）]*）|https?://\S+"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\|")
_SHORTEST = 3
"""Spaces in a whole passage; a title of three words may be a name."""
_MORE = 6
"""So many words more of a run are told, to find it by."""
_FREE = ("sources", "citation", "say_it")


@rule(Severity.WARNING)
def check(translation: Translation, frame: Frame, *, fewest: int = 6) -> Iterator[Flaw]:
    lesson = isinstance(translation.document, Lesson)
    for english, told in translation.told:
        small = len(_SMALL.findall(told.words))
        same = small > 0 and told.words == english.words and told.words.count(" ") >= _SHORTEST
        if small < 2 and not same:
            continue
        if translation.document and _free(english.address, lesson):
            continue
        run = told.words if same else _run(english.words, told.words, max(2, fewest))
        if run:
            message = "this is the English" if same else f"“{run}” is left in English"
            hint = f"Write it in {translation.language.english}, or leave it empty for now."
            yield Flaw(english.address, message, hint, "" if same else _unbroken(run, told.words))


def _free(address: str, lesson: bool) -> bool:
    steps = address.split("/")
    return steps[0] in _FREE or (lesson and (steps[0] == "handouts" or "eld" in steps))


def _unbroken(run: str, words: str) -> str:
    """As much of the run as stands there without a comma between."""
    while run and run not in words:
        run = run.rpartition(" ")[0]
    return run


def _run(english: str, told: str, fewest: int) -> str:
    """The beginning of the first run of so many words that the English has too."""
    asked = [word.lower() for word in _WORD.findall(english)]
    known = {tuple(asked[at : at + fewest]) for at in range(len(asked) - fewest + 1)}
    words = _WORD.findall(_SPARED.sub(" | ", told))
    lower = [word.lower() for word in words]
    for at in range(len(words) - fewest + 1):
        if tuple(lower[at : at + fewest]) not in known:
            continue
        end, last = at + fewest, min(at + fewest + _MORE, len(words))
        while end < last and tuple(lower[end - fewest + 1 : end + 1]) in known:
            end += 1
        run = " ".join(words[at:end])
        capitals = sum(word[0].isupper() for word in words[at:end])
        if len(_SMALL.findall(run)) >= 2 and 2 * capitals < end - at:
            return run
    return ""
