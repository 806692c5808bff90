"""An instruction or a prompt gives a tool a child’s name, birthday, address, school or password.

**Why.** What goes into a tool goes to a company and may never come back. Children do what the sheet
says. One line that asks for a birthday undoes a year of lessons on privacy.

**How to mend.** Take the personal part out: “Type the name of an animal.” A prompt needs no person;
where it needs one, invent a first name and nothing more.

**Source.** COPPA, 16 CFR 312 (2025 amendments): personal information of children under 13. Our own
rule for every age: no personal data in prompts at all.

**Limits.** Phrasings of a list: typing or entering such data, or telling it to a tool, in the
imperative; and a prompt that gives it. Sentences that forbid or ask, what a page or a message in a
story asks for, cards, tables, sample answers, misconceptions and keys are left alone. “Write your
name” on paper passes.
"""

from collections.abc import Iterator

from builder import late
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

ITS = r"(?:[Tt]he |[Aa]n? |[Yy]our |[Oo]ur |this )?(?:(?:AI|class|chat) )?"
SCREEN = rf"(?:{ITS}(?:AI|chatbot|bot|tool|computer|app|website|program|prompt|chat))"
# Children play robots and machines themselves; to those they may say their name.
TOOL = rf"(?:{SCREEN}|{ITS}(?:machine|robot))"
WHOSE = r"(?:your|their|his|her|the child[’']s|each student[’']s|a classmate[’']s)"
DATA = (
    r"(?:own )?(?:full names?|first and last names?|last names?|real names?|birthdays?"
    r"|birth ?dates?|dates? of birth|(?:home )?address(?:es)?|phone numbers?|passwords?"
    r"|student (?:ID|id)s?(?: numbers?)?|student numbers?|school[’']s name"
    r"|school(?= (?:in|into)\b|[,.;])|grade and school)\b"
)
LEAD = r"(?:name, |age, |grade, |first name, |name and |age and |grade and )?"
ASKED = late.pattern(
    rf"\b(?:[Tt]ell|[Gg]ive|[Ss]how|[Ss]end) (?:(?:{TOOL}|it) {WHOSE} {LEAD}{DATA}"
    rf"|{SCREEN} {WHOSE} name\b)"
    rf"|\b(?:[Tt]ype|[Ee]nter|[Kk]ey|[Ff]ill)(?: in| out)? {WHOSE} {LEAD}{DATA}"
    rf"|\b(?:[Ww]rite|[Pp]ut|[Aa]dd|[Pp]aste|[Ss]hare|[Ii]nclude|[Uu]pload|[Ss]ubmit|[Tt]ype"
    rf"|[Ee]nter|[Ss]ay) {WHOSE} {LEAD}(?:(?:{DATA})(?: and [\w ]{{1,20}})? "
    rf"(?:in|into|to|with|for) {TOOL}|name (?:in|into|to|with|for) {SCREEN})\b"
)
# What a prompt itself would give away.
GIVEN = late.pattern(
    r"\b[Mm]y (?:full )?name is [A-Z][\w’'-]+ [A-Z][\w’'-]+|\b[Mm]y (?:birthday|password|address"
    r"|phone number|student (?:ID|number)) is\b"
    r"|\bI (?:live at|live on|was born on) [A-Z0-9][\w ]{2,30}"
    r"|\bI go to [A-Z][\w’' .-]{1,40} (?:Elementary|Middle|High|School)\b"
)
QUIET = late.pattern(
    r"\b(?:not|never|no|nobody|nor|cannot|without|instead|avoid|keep|before|stop|leave out|if|when"
    r"|log in|sign in|log on|on paper|made-up|invented|pretend|should you)\b|n[’']t\b|\?"
)
TOLD = late.pattern(
    r"\b(?:says|said|asks?|asked|wants|reads|pop-?up|quiz|stranger|scam|message|page|game|ad"
    r"|wrote)\b"
)
LEFT_OUT = late.pattern(
    r"^samples/[^/]+/(?:answer|title)$|^sources/|/says$|/watch_for$|/answer_key$|/key$|/answers/"
    r"|^handouts/[^/]+/(?:cards|table|choices)/|^undermines/|(?:^|/)may_not\b|^will_not_do$|/not$"
)
PROMPT = late.pattern(r"^samples/[^/]+/prompt$")
SENTENCE = late.pattern(r"(?:[^.!?]|\.(?=\d))+[.!?]*[”’\")]*")
# Plain searches are quick: only passages with one of these are looked at closely.
CLUES = (
    "ull name",
    "ast name",
    "eal name",
    "r name",
    "irthday",
    "irth date",
    "irthdate",
    "of birth",
    "address",
    "phone number",
    "assword",
    "tudent ID",
    "tudent id",
    "tudent number",
    "name is",
    "I live",
    "was born",
    "I go to",
    "r school",
    "s school",
    "s name",
    "is name",
    "grade and school",
)


@rule()
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.clued(document, CLUES):
        if LEFT_OUT.search(passage.address):
            continue
        if PROMPT.search(passage.address):
            found = GIVEN.search(passage.shown)
            hits = [found[0]] if found else []
        else:
            hits = list(_asked(passage.shown)) if ASKED.search(passage.shown) else []
        for hit in hits:
            message = f"“{hit}” gives a tool what belongs to a child"
            hint = "Take the personal part out; a prompt needs no person."
            yield within(document, passage, message, hint, quote=hit)


def _asked(words: str) -> Iterator[str]:
    """What the reader is told to hand over, by the passage itself and by nobody in a story."""
    before = ""
    for sentence in SENTENCE.findall(words):
        hit = ASKED.search(sentence)
        if (
            hit
            and not QUIET.search(sentence.lower())
            and not TOLD.search(before + sentence[: hit.start()])
        ):
            yield hit[0]
        before = sentence
