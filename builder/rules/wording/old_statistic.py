"""A figure about the use or the faults of AI is more than two years old.

**Why.** Tools and habits change faster than pages. A figure of three years ago, told as if it were
today’s, teaches something that may no longer be so.

**How to mend.** Look for a newer figure. Where there is none, say that it is old: “Newer tools may
differ”, “no newer count was found”. A district sets another age in `months`.

**Source.** Our own rule, after a commentary on school districts whose figures of July 2023 were
out of date within a school year.

**Limits.** Only percentages, “one in five” and millions beside a study, a survey or a group of
people, with a year from 2000 on in the same passage; the newest year there counts, and a year lasts
until its December. Historical dates, sources, cards, sample answers and keys are left alone.
"""

from collections.abc import Iterator
from datetime import date

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.model.text import Text
from builder.rules.engine import Frame, Problem, rule, within

COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
FIGURE = late.pattern(
    rf"\b\d+(?:\.\d+)? ?(?:%|percent\b)|\b(?:one|{COUNT}) (?:in|out of) (?:every )?{COUNT}\b"
    r"|\b\d+(?:\.\d+)? (?:million|billion|trillion) (?:people|users|students|children|Americans)\b"
)
# Plain searches are quick: only passages with one of these are looked at closely.
CLUES = (
    "%",
    "percent",
    "illion",
    " out of ",
    " in every ",
    " in two",
    " in three",
    " in four",
    " in five",
    " in six",
    " in seven",
    " in eight",
    " in nine",
    " in ten",
    " in 2 ",
    " in 3",
    " in 4",
    " in 5",
    " in 10",
)
MEASURED = late.pattern(
    r"\b(?:[Ss]tud(?:y|ies)|[Ss]urveys?|[Pp]olls?|[Rr]eports?|[Rr]esearch(?:ers)?"
    r"|[Aa]ccording to|[Tt]eens|[Tt]eenagers|[Aa]dults|[Ww]orkers|Americans|Californians"
    r"|[Uu]sers)\b"
)
ABOUT = late.pattern(
    r"\bAI\b|\b(?:[Cc]hatbot|[Tt]ool|[Dd]etector|[Mm]odel|[Aa]pp|[Cc]omputer|[Ii]nternet|[Oo]nline"
    r"|[Pp]hone|[Tt]echnolog|[Ss]creen)"
)
YEAR = late.pattern(r"\b20\d\d\b")
ADMITTED = late.pattern(
    r"\b(?:[Nn]ewer|[Ss]ince then|[Aa]t (?:that|the) time|[Bb]ack then|may (?:differ|have changed)"
    r"|[Oo]ld(?:er)? (?:figure|number|stud|survey)|[Ll]ater (?:tools|stud|versions)"
    r"|has changed since)"
)
LEFT_OUT = late.pattern(
    r"^samples/|^sources/|/says$|/answer_key$|/key$|/answers/"
    r"|^handouts/[^/]+/(?:cards|table|choices)/"
)


@rule(Severity.WARNING)
def check(document: Document, frame: Frame, *, today: date, months: int = 24) -> Iterator[Problem]:
    for passage in frame.clued(document, CLUES):
        figure = FIGURE.search(passage.shown)
        if not figure or LEFT_OUT.search(passage.address) or not _of_ai(passage):
            continue
        newest = max((int(year) for year in YEAR.findall(passage.shown)), default=0)
        if newest and (today.year - newest - 1) * 12 + today.month > months:
            message = f"“{figure[0]}” comes from {newest}, more than {months} months ago"
            hint = "Look for a newer figure, or say that newer tools may differ."
            yield within(document, passage, message, hint, quote=figure[0])


def _of_ai(passage: Text) -> bool:
    """Whether somebody measured it, of AI, and the passage does not admit its age."""
    words = passage.shown
    return bool(MEASURED.search(words) and ABOUT.search(words) and not ADMITTED.search(words))
