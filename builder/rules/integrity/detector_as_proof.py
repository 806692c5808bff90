"""A text treats the score of an AI detector as proof, or asks for one.

**Why.** Detectors mark honest work as made by AI, and the work of students who are still learning
English most often. A student who is accused by a score cannot answer it.

**How to mend.** Say what people do instead: talk with the student, look at drafts, notes and the
history of the document, ask for a passage to be explained aloud.

**Source.** Liang and others (2023): seven detectors wrongly marked, on average, about 61% of essays
for the TOEFL by writers whose first language was not English. Vanderbilt University switched its
detector off in 2023.

**Limits.** Looks at single sentences. Words in quotation marks, wrong ideas under `misconceptions`,
cases under `undermines`, sample answers and what a text says not to do are left alone; so is a
sentence that says no, not, never or instead.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.model.base import Document
from builder.model.text import Text
from builder.rules.engine import Frame, Problem, rule, within

# Brands stand here because a text that asks for one seldom says “detector”.
DETECTOR = late.pattern(
    r"\b(?:(?:AI|GPT|ChatGPT|writing|text)[- ](?:detect(?:ors?|ion)(?! of)|checkers?)|detectors?"
    r"|GPTZero|Turnitin)\b",
    re.IGNORECASE,
)
# A bare “detector” is meant when the sentence is about what students hand in.
ABOUT = late.pattern(
    r"\b(?:AI|essays?|texts?|writ\w+|wrote|students?|work|homework|drafts?|papers?|scores?|GPTZero"
    r"|Turnitin|cheat\w*)\b",
    re.IGNORECASE,
)
# Machines of another kind that also detect.
OTHER = late.pattern(
    r"\b(?:smoke|metal|motion|fire|gas|monoxide|lie|radar|heat|light|sound|edge|leak|face|movement"
    r"|spam|earthquake|particle|bat|parking) detect",
    re.IGNORECASE,
)
# What a detector is said to do, after its name …
DOES = late.pattern(
    r"\b(?:prov(?:e[sdn]?|ing)|proof|evidence|catch(?:es)?|caught|cheat\w*|requir\w+|mandatory|zero"
    r"|(?:show|tell|find|confirm|reveal|decide|know)s? (?:out )?"
    r"(?:that|who|whose|if|whether|which|what|when|cheat\w*|AI)|(?:must|has to|should) (?:pass|say)"
    r"|(?:score|percent)\w* (?:under|below|over|above|of at|counts?))\b",
    re.IGNORECASE,
)
# … and what is done with it, before its name.
DONE = late.pattern(
    r"(?:(?:^|\b(?:must|should|will|to|and|we|you|teachers?|staff|students?|please|then|first)) "
    r"?(?:run|put|scan|check|submit|upload|paste)\b[^.!?]{0,60}\b(?:through|into|with|in|to|by|using)"
    r"|\bcaught (?:by|with)|\b(?:proof|evidence|proves?) (?:from|is)"
    r"|\b(?:must|should|has to|have to|need to) (?:pass|clear)|\brequir\w+|\bprove\w* (?:by|with))"
    r"\b[^.!?]{0,20}$",
    re.IGNORECASE,
)
DENIAL = late.pattern(
    r"\b(?:no|not|never|none|nobody|nothing|cannot|without|instead|rather|neither|nor|wrong\w*"
    r"|false|mis\w+|unreliable|off|bias\w*|why"
    r"|how (?:do|does|could|can|likely)|guess\w*|claim\w*|tr(?:y|ies) to)\b|n[’']t\b|\?",
    re.IGNORECASE,
)
# Plain searches are quick: only passages with one of these are looked at closely.
CLUES = ("etect", "checker", "GPTZ", "Turnit")
SENTENCE = late.pattern(r"[^.!?]+[.!?]*")
QUOTED = late.pattern(r"“[^”]*”?|\"[^\"]*\"?")
# Fields that say what is wrong, or whose words are somebody else's.
ELSEWHERE = {"misconceptions", "undermines", "samples", "sources", "watch_for", "may_not", "not"}


@rule()
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.clued(document, CLUES):
        if not ELSEWHERE.isdisjoint(passage.address.split("/")):
            continue
        for quote in _claims(passage):
            message = f"“{quote}” stands here as proof, or as something that work must pass"
            hint = "Say that a talk, drafts and notes show whose work it is; a score never does."
            yield within(document, passage, message, hint, quote=quote)
            break


def _claims(passage: Text) -> Iterator[str]:
    """The detectors in sentences that give them a say."""
    for sentence in SENTENCE.findall(QUOTED.sub("…", passage.shown)):
        found = DETECTOR.search(sentence)
        if not found or DENIAL.search(sentence) or OTHER.search(sentence):
            continue
        if not ABOUT.search(sentence):
            continue
        if DOES.search(sentence, found.end()) or DONE.search(sentence[: found.start()]):
            yield found[0]
