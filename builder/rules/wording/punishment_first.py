"""Words for students or families begin with punishment instead of a talk.

**Why.** A threat teaches students to hide what they did. Families who read it stop asking. Honest
work with AI is a skill, and the first answer to a doubt is a calm talk about how the work was made.

**How to mend.** Say what happens first: who talks with whom, what they look at together, how the
student repairs the work. Keep rules neutral: “At level 0 students work without AI.”

**Source.** Our own rule, after the strategy of a Los Angeles County district to move from
enforcement to ethical reasoning and skill.

**Limits.** Only pages for students and families, and only a list of phrasings; “consequences” by
itself passes. Sentences that deny (“It is not a punishment”) or ask are quiet, so are stories on
cards, sample answers and misconceptions.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.model.readers import reader
from builder.rules.engine import Frame, Problem, rule, within

THREAT = late.pattern(
    r"\b[Zz]ero[- ]tolerance\b"
    r"|\b(?:will|shall|may|can|could|must) be (?:punished|suspended|expelled|disciplined|penalized"
    r"|failed|reported to the (?:office|principal))\b"
    r"|\b(?:[Gg]et|[Gg]ets|[Gg]etting|[Bb]e|are|is|[Ii]f you are|been) caught "
    r"(?:using|cheating|with|copying)\b"
    r"|\b(?:[Cc]heaters?|[Pp]lagiarists?)\b"
    r"|\b(?:[Aa]n? )?automatic (?:zero|F|fail|failure|detention|suspension)\b"
    r"|\bwill (?:get|receive|earn) (?:an? )?(?:zero|F|detention|suspension)\b"
    r"|\b(?:lead|leads|result|results) (?:to|in) (?:a |an )?(?:suspension|expulsion|detention"
    r"|punishment|failing grade)\b"
    r"|\b(?:[Ss]erious|[Ss]evere|[Hh]arsh|[Ss]trict) (?:consequences|punishments?|penalties)\b"
    r"|\b[Cc]rack(?:ing)? down\b"
)
QUIET = late.pattern(r"\b(?:not|never|no|nobody|instead|without|rather|avoid)\b|n[’']t\b|\?")
LEFT_OUT = late.pattern(
    r"^samples/|^sources/|/says$|/key$|^handouts/[^/]+/(?:cards|table|choices)/|/answers/"
)
# Plain searches are quick: only passages with one of these are looked at closely.
CLUES = (
    "olerance",
    "punish",
    "suspen",
    "expel",
    "expuls",
    "disciplin",
    "penal",
    "be failed",
    "be reported",
    " caught ",
    "heater",
    "lagiarist",
    "utomatic ",
    "zero",
    " an F",
    "etention",
    "failing grade",
    "consequences",
    "rack down",
    "racking down",
)
SENTENCE = late.pattern(r"(?:[^.!?]|\.(?=\d))+[.!?]*[”’\")]*")
QUOTED = late.pattern(r"“[^“”]*”|\"[^\"]*\"")


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.clued(document, CLUES):
        if not THREAT.search(passage.shown) or LEFT_OUT.search(passage.address):
            continue
        if reader(document, passage) not in ("students", "families"):
            continue
        for sentence in SENTENCE.findall(passage.shown):
            hit = THREAT.search(QUOTED.sub(" ", sentence))
            # “Zero tolerance” is a threat itself, and needs no “will be”.
            if hit and not QUIET.search(sentence.replace(hit[0], " ").lower()):
                message = f"“{hit[0]}” puts punishment first"
                hint = "Say who talks with whom, and how the student can repair the work."
                yield within(document, passage, message, hint, quote=hit[0])
