"""AI is said to grade, to decide about a student, or to take the place of a person.

**Why.** Grades, placements and discipline are decided by people who know the student and can be
asked for their reasons. A page that says otherwise breaks that promise, even when it means well.

**How to mend.** Name the person: “The teacher reads the draft and decides; the tool lists spelling
mistakes.” If the sentence warns of it, say plainly that it does not happen here.

**Source.** Our own principle that people decide, after the guidance of California districts that AI
supports and never replaces human judgment; the model policy of the California Department of
Education (2026) stresses professional judgment over AI.

**Limits.** A fixed list of phrasings. Quiet in denials, questions, conditions, sample answers,
misconceptions, cards, tables, answer keys, and lists of what is not done.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

MACHINE = (
    r"(?:AI|(?:AI |[Tt]he |[Aa]n? |[Oo]ur |[Yy]our )"
    r"(?:(?:AI|class|chat) )?(?:chatbot|bot|tool|computer|machine|model|robot|app|algorithm))"
)
MAY = r"(?: (?:can|will|should|could|may|also|then|now|even|soon|automatically)){0,2}"
WHOSE = r"(?:the|your|their|each|every|all|our|student|students[’']|a student[’']s|his|her)"
WORK = (
    r"(?:work|essays?|papers?|assignments?|writing|answers|tests?|quiz(?:zes)?|projects?|homework"
    r"|exit tickets?|students?|child(?:ren)?|learners?)"
)
PERSON = (
    r"(?:teachers?|counselors?|librarians?|parents?|tutors?|doctors?|people|humans?"
    r"|human (?:judgment|thinking|contact)|judgment|your own thinking)"
)
LEFT = late.pattern(
    rf"\b{MACHINE}{MAY} (?:grades?|scores?|judges?|assess(?:es)?|evaluates?) {WHOSE}"
    rf"(?: (?:\w+ )?{WORK})\b"
    rf"|\b{MACHINE}{MAY} (?:decides?|chooses?|determines?) (?:(?:the|your|their|a|final) )+"
    r"(?:grade|score|placement|level|punishment|consequence)s?\b"
    rf"|\b{MACHINE}{MAY} decides? (?:who\b|(?:whether|if) (?:a |the |your |each )?"
    r"(?:students?|child|children|person|people|you|they|we)\b)"
    rf"|\b{MACHINE}{MAY} (?:replaces?|takes? the place of|takes? over for) "
    rf"(?:the |a |your |our |any )?{PERSON}\b"
    r"|\b[Ll]et (?:the )?(?:AI|chatbot|tool|computer|machine) (?:decide|judge|grade|think for)\b"
    r"|\b[Ll]eave (?:the |your |our |all )?(?:decisions?|grading|grades?|thinking|judging) "
    r"(?:up )?to (?:the |an? )?(?:AI|chatbot|tool|computer|machine)\b"
)
QUIET = late.pattern(
    r"\b(?:not|never|no|nor|neither|nobody|cannot|instead|avoid|wrong|myth|imagine|suppose|if"
    r"|whether|what if|before|rather than|worr(?:y|ies|ied)|fears?|(?:people|some|students|many) "
    r"(?:think|say|believe)|should we|unfair\w*|harm\w*|mistakes?)\b|n[’']t\b|\?"
)
LEFT_OUT = late.pattern(
    r"^samples/|^sources/|/says$|/watch_for$|/answer_key$|/key$|^survey/.*/answers/|/not$"
    r"|^handouts/[^/]+/(?:cards|table|choices)/|^undermines/|(?:^|/)may_not\b|^will_not_do$"
)
SENTENCE = late.pattern(r"(?:[^.!?]|\.(?=\d))+[.!?]*[”’\")]*")
QUOTED = late.pattern(r"“[^“”]*”|\"[^\"]*\"")
# Plain searches are quick: only passages with one of these are looked at closely.
CLUES = (
    " grade",
    " score",
    " judge",
    " assess",
    " evaluat",
    " decide",
    " choose",
    " determin",
    "replace",
    " place of",
    " over for",
    "think for",
    "grading",
    "decision",
)
NEAR = late.pattern(
    r"(?:AI|bot|tool|computer|machine|model|app|algorithm)(?: [a-z]+){0,2} "
    r"(?:grade|score|judge|assess|evaluat|deci|choose|determin|replace|take|think for)"
    r"|[Ll]eave .{0,40}(?:AI|bot|tool|computer|machine)"
)


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.clued(document, CLUES):
        if not NEAR.search(passage.shown) or LEFT_OUT.search(passage.address):
            continue
        for sentence in SENTENCE.findall(passage.shown):
            hit = LEFT.search(QUOTED.sub(" ", sentence))
            if hit and not QUIET.search(sentence.lower()):
                message = f"“{hit[0]}” leaves a person’s judgment to a machine"
                hint = "Name the person who decides, and say what the tool only lists or shows."
                yield within(document, passage, message, hint, quote=hit[0])
