"""A figure about the world stands without its year or without its source.

**Why.** Figures on AI are old within months, and a figure without a source cannot be checked. The
lessons ask students to check every claim; the pages must stand the same test.

**How to mend.** Name who counted and when, in the same passage: “In 2025 a survey by … found …”. Or
list the work under `sources`, with its year, or say it without the number: “many”, “some”.

**Source.** Our own rule: facts and figures carry their source and year.

**Limits.** Only percentages, “one in five”, millions and billions that are said of people, work or
schools at large, or of what “studies show”. Counts within the lesson, sums, invented data, sample
answers, handouts of lessons, answer keys and questions are left alone.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document, Source
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule, within

COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
FIGURE = late.pattern(
    r"\b\d+(?:\.\d+)? ?(?:%|percent\b)"
    r"|\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|\d{1,3}) "
    rf"(?:in|out of) (?:every )?{COUNT}\b"
    r"|\b\d+(?:\.\d+)? (?:million|billion|trillion)\b"
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
# What makes a figure one about the world, rather than about the class or an invented case.
WORLD = late.pattern(
    r"\b(?:[Ss]tudies|[Aa] (?:recent |new |national )?(?:study|survey|poll|report)|[Rr]esearch"
    r"(?:ers)?|[Ss]urveys (?:show|find|say)|[Ee]xperts|[Ss]tatistics|[Aa]ccording to"
    r"|Americans?|Californians?|[Tt]eens|[Tt]eenagers|[Aa]dults|[Ww]orkers|[Ee]mployers|[Cc]ompanies"
    r"|[Jj]obs|[Hh]ouseholds|[Uu]sers|[Nn]ationwide|[Ww]orldwide"
    r"|(?:in|across|around) the (?:world|country|nation|state|U\.S\.|United States)"
    r"|in (?:the United States|California|America|L\.A\. County|Los Angeles County)"
    r"|of (?:all )?(?:U\.S\. |American |public )?(?:teachers|parents|schools|districts|people"
    r"|English learners))\b"
)
QUIET = late.pattern(
    r"\b(?:[Ii]f|[Ii]magine|[Ss]uppose|[Ii]nvented|[Mm]ade[- ]up|[Pp]ractice|[Pp]retend"
    r"|[Ee]xamples?|[Oo]ur (?:class|school|survey|table|group|test)|[Tt]he class|[Pp]airs"
    r"|would (?:mean|be)|for instance|law|rule|Code)\b|\?"
)
YEAR = late.pattern(r"\b(?:19|20)\d\d\b")
SOURCED = late.pattern(
    r"https?://|\b[Ss]ource:|\b[Aa]ccording to (?:the )?[A-Z]"
    r"|\b[A-Z][\w’.-]+(?: and others| et al)|\([^()]*[A-Z][^()]*\d{4}\)"
    r"|\b(?:[Ss]tudy|[Ss]urvey|[Pp]oll|[Rr]eport|[Dd]ata|[Cc]ensus) (?:by|from|of) (?:the )?[A-Z]"
    r"|\b(?:Census|Survey|Institute|University|Department|Center|Agency|Foundation|OECD|UNESCO"
    r"|USGS|NASA)\b"
)
LEFT_OUT = late.pattern(
    r"^samples/|^sources/|/says$|/watch_for$|/answer_key$|/key$|/answers/|^student_steps/"
    r"|^handouts/[^/]+/(?:cards|table|choices)/|/exit_ticket$"
)
SENTENCE = late.pattern(r"(?:[^.!?]|\.(?=\d|S\.|A\.| County))+[.!?]*[”’\")]*")
QUOTED = late.pattern(r"“[^“”]*”|\"[^\"]*\"")


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.clued(document, CLUES):
        if not FIGURE.search(passage.shown) or LEFT_OUT.search(passage.address):
            continue
        if isinstance(document, Lesson) and passage.address.startswith("handouts/"):
            continue
        for sentence in SENTENCE.findall(passage.shown):
            plain = QUOTED.sub(" ", sentence)
            hit = FIGURE.search(plain)
            if not hit or not WORLD.search(plain) or QUIET.search(sentence):
                continue
            dated, sourced = _credit(document, frame, passage.shown)
            if not dated or not sourced:
                lacks = "source" if dated else "year" if sourced else "year and source"
                message = f"“{hit[0]}” is a figure about the world without {lacks}"
                hint = "Name who counted and when, or say it without the number."
                yield within(document, passage, message, hint, quote=hit[0])
            break


def _credit(document: Document, frame: Frame, words: str) -> tuple[bool, bool]:
    """Whether the passage, the list of sources or another passage gives a year, and a source."""
    listed: tuple[Source, ...] = getattr(document, "sources", ())
    year = YEAR.search(words) or any(YEAR.search(one.text.words) for one in listed)
    source = listed or any(SOURCED.search(one.shown) for one in frame.passages(document))
    return bool(year), bool(source)
