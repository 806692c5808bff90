"""Words of the English stand in the translation as they were.

**Why.** A sentence that was forgotten stands under the name of another language: the parent cannot
read it, a screen reader reads it with the wrong sounds, and the page counts it as translated.

**How to mend.** Translate the words. English that students shall say or read belongs in quotes,
italics, bold or parentheses. A passage that cannot be translated yet stays empty: the page then
shows the English and says so.

**Source.** Our own rule. Where 15 percent or more of the pupils of a school speak one language
other than English, California Education Code 48985 asks for notices to parents in that language.

**Limits.** Only a run of words that also stands in the English counts, and only with two of its
small words (“the”, “of”, “you”) and few capitals in it, so that names and titles go free. Sources,
citations and how a term sounds are not looked at. Support for English learners and the sheets of
lessons may need English: there only a whole passage counts, and only one that makes a sentence.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.lesson import Lesson
from builder.rules.engine import Flaw, Frame, Translation, rule

# Small words of English; few of them are words of a language written here in Latin letters.
_SMALL = late.pattern(
    r"\b(?:the|of|and|is|are|was|were|you|your|that|this|for|with|not|they|their|our|what|who|how"
    r"|when|from|does|which|must|will|should|about|have|we|do|it|if|can|to|in|as|or|be|by)\b",
    re.IGNORECASE,
)
# Those that make a sentence, not a name: sheets of lessons may hold English names and word lists.
_SAYS = late.pattern(
    r"\b(?:is|are|was|were|you|your|that|this|with|not|they|their|our|what|who|how|when|does|which"
    r"|must|will|should|have|it|if|we|do|can)\b",
    re.IGNORECASE,
)
_SPARED = late.pattern(
    r"“[^“”]*”|«[^«»]*»|「[^「」]*」|\*[^*\n]+\*|`[^`\n]+`|\([^()]*\)|（[^（）]*）|https?://\S+"
)
_WORD = late.pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\|")
_MORE = 6
"""So many words more of a run are told, to find it by."""
_FREE = ("sources", "citation", "say_it")


@rule(Severity.WARNING)
def check(translation: Translation, frame: Frame, *, fewest: int = 6) -> Iterator[Flaw]:
    lesson = isinstance(translation.document, Lesson)
    for english, told in translation.told:
        if translation.document and english.address.partition("/")[0] in _FREE:
            continue
        same, sheet = told.words == english.words, lesson and _may_be_english(english.address)
        if same:
            signs = _SAYS if sheet else _SMALL
            if not (signs.search(told.words) and " " in told.words):
                continue
        elif sheet or len(_SMALL.findall(told.words)) < 2:
            continue
        run = told.words if same else _run(english.words, told.words, max(2, fewest))
        if run:
            message = "this is the English" if same else f"“{run}” is left in English"
            hint = f"Write it in {translation.language.english}, or leave it empty for now."
            yield Flaw(english.address, message, hint, "" if same else _unbroken(run, told.words))


def _may_be_english(address: str) -> bool:
    """Whether a lesson may work with English there: on its sheets, for those who learn it."""
    return address.startswith(("handouts/", "supports/eld/"))


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
