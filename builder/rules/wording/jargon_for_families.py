"""A family page uses a word that only people who work in schools use.

**Why.** A parent with little time and another first language stops at “formative” or “stakeholder”.
So do the translators, who have no such word, and the sentence is lost in every language at once.

**How to mend.** Use the plain words that the hint names. A school word that families will meet
again is worth explaining: as the guide’s school word, or in brackets right after it.

**Source.** The advice of the U.S. Department of Education on notices to parents: no jargon. The
plain words are our own.

**Limits.** A list of words; a district takes words out with `allowed`. A word that is explained on
the spot (“… means …”, or brackets right after it), and the guide’s school word, are left alone.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

# The beginning of the word as it stands in text, with plainer words: our own choice.
PLAINER = {
    "scaffold": "“help in small steps”",
    "formative": "“quick checks along the way”",
    "summative": "“the test at the end”",
    "rubric": "“the list of what counts”",
    "stakeholder": "“families, students and staff”",
    "pedagog": "“how we teach”",
    "leverag": "“use”",
    "utiliz": "“use”",
    "facilitat": "“lead” or “help”",
    "differentiated": "“fitted to each child”",
    "differentiation": "“fitting the work to each child”",
    "metacogniti": "“thinking about how you learn”",
    "competenc": "“skills”",
    "modalit": "“way” or “form”",
    "implement": "“start” or “use”",
    "evidence-based": "“tested, and found to help”",
    "best practice": "“what works well”",
    "holistic": "“looking at the whole child”",
    "paradigm": "“way of thinking”",
    "proficien": "“can do it well”",
    "efficacy": "“how well it works”",
    "mitigat": "“make smaller”",
    "pursuant": "“as the law says”",
    "remediation": "“extra help”",
    "data-driven": "“based on what we see”",
    "cross-curricular": "“in several subjects”",
    "interdisciplinary": "“in several subjects”",
    "instructional": "“for lessons”",
    "intervention": "“extra help”",
    "benchmark": "“goal for the grade”",
    "deliverable": "“work to hand in”",
    "onboarding": "“first steps”",
    "optimiz": "“make better”",
    "capacity building": "“training”",
    "professional development": "“training for teachers”",
    "multimodal": "“with words, pictures and sound”",
    "asynchronous": "“at any time”",
}
JARGON = late.pattern(
    r"(?<![\w-])(?:"
    + "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in PLAINER)
    + r")[a-z]*"
)
EXPLAINED = late.pattern(r"[”’\"*]* (?:\(|means\b|is (?:a|the|when|how)\b)|, (?:or|that is)\b")
# A capital elsewhere belongs to a name, such as “Instructional Quality Commission”.
STARTS = late.pattern(r"(?:^|[.!?:“])\W*$")
LEFT_OUT = late.pattern(r"^word/|^sources/")


@rule(Severity.WARNING)
def check(document: Document, frame: Frame, *, allowed: str = "") -> Iterator[Problem]:
    fine = tuple(word.lower() for word in re.split(r"[\s,]+", allowed) if word)
    for passage in frame.read_by(document, "families"):
        if LEFT_OUT.search(passage.address):
            continue
        for hit in JARGON.finditer(passage.shown):
            if hit[0].lower().startswith(fine) or EXPLAINED.match(passage.shown, hit.end()):
                continue
            if hit[0][0].isupper() and not STARTS.search(
                passage.shown, max(0, hit.start() - 4), hit.start()
            ):
                continue
            plainer = _plainer(hit[0].lower())
            message = f"“{hit[0]}” is a word of schools, not of families"
            yield within(document, passage, message, f"Write {plainer}.", quote=hit[0])


def _plainer(found: str) -> str:
    return next(plain for word, plain in PLAINER.items() if found.startswith(word))
