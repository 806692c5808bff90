"""A learner or a family is named by what they lack, or people are named as men only.

**Why.** A child who reads “low group” knows which group is meant. Words that put the person first
cost nothing, and they keep teachers looking at what a student can already do.

**How to mend.** The hint names words that serve better. Where a family or a student prefers another
word for themselves, theirs is the right one.

**Source.** Our own rule. California names its levels of English by what students do next: emerging,
expanding, bridging.

**Limits.** A list of phrases. Titles of works under `sources`, quoted words, sample answers,
misconceptions and cards are left alone, and sentences that speak against the word.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

LEARNERS = r"(?:students?|kids?|child(?:ren)?|learners?|readers?|pupils?)"
DISABILITY = (
    r"(?:autism|ADHD|dyslexia|(?:an?|the|his|her|their) (?:\w+ )?disability|disabilities|blindness"
    r"|deafness|epilepsy|asthma|diabetes|Down syndrome|cerebral palsy|a (?:speech|learning) \w+)"
)
# What is written, and what serves better; our own list.
BETTER = {
    rf"[Ll]ow(?:er)?[- ](?:ability |performing |achieving )?{LEARNERS}"
    r"|[Ll]ow (?:reading|math) groups?|[Tt]he low group": "“students who are still learning to …”",
    rf"(?:[Nn]ormal|[Rr]egular) {LEARNERS}": "“other students” or “students without an IEP”",
    r"[Nn]on[- ]English[- ]speak(?:ers?|ing (?:families|parents|students|children|homes))"
    r"|[Ll]imited English (?:proficient|students)": "“families who speak other languages”",
    rf"suffer(?:s|ing|ed)? from {DISABILITY}|afflicted (?:with|by) {DISABILITY}": "“has …”",
    r"[Ww]heelchair[- ]bound|confined to a wheelchair": "“uses a wheelchair”",
    r"[Hh]andicapped (?!parking)|[Mm]entally retarded": "“with a disability”",
    rf"[Ss]pecial[- ]needs {LEARNERS}": ("“students with disabilities”"),
    rf"[Ss]low (?:learners?|kids?|students?)|[Ww]eak {LEARNERS}": (
        "“students who need more time or another way in”"
    ),
    rf"[Aa]t-risk (?:{LEARNERS}|youth|teens)": "what the risk is, and who can help",
    rf"[Hh]omeless {LEARNERS}|[Hh]omeless families": "“students without a steady home”",
    r"[Bb]roken (?:homes?|famil(?:y|ies))": "“families”",
    r"[Ii]llegal (?:aliens?|immigrants?)|[Ii]llegals\b": "“people without papers”, if it matters",
    r"[Ii]nner-city (?:kids|students|children|youth)": "the name of the place",
    r"[Mm]ankind|[Mm]an-made|[Mm]anpower": "“people”, “made by people”, “staff”",
    r"[Cc]hairm[ae]n|[Pp]olicem[ae]n|[Ff]irem[ae]n\b|[Mm]ailm[ae]n|[Cc]ongressm[ae]n": (
        "the job: “chair”, “police officer”, “firefighter”, “mail carrier”"
    ),
    r"[Hh]ousewi(?:fe|ves)": "“parent at home”",
}
NAMED = late.pattern(
    r"(?<![\w/.-])(?:" + "|".join(f"({words})" for words in BETTER) + r")(?![\w/-])"
)
HINTS = tuple(BETTER.values())
# Plain searches are quick: only passages with one of these are looked at closely.
CLUES = (
    "low ",
    "Low ",
    "low-",
    "Low-",
    "lower ",
    "Lower ",
    "ormal ",
    "egular ",
    "English-speak",
    "English speak",
    "imited English",
    "suffer",
    "fflicted",
    "wheelchair",
    "andicapped",
    "retarded",
    "pecial-needs",
    "pecial needs",
    " weak ",
    "Weak ",
    "t-risk",
    "omeless",
    "roken ",
    "llegal",
    "nner-city",
    "ankind",
    "an-made",
    "anpower",
    "hairm",
    "olicem",
    "irem",
    "ailm",
    "ngressm",
    "ousewi",
)
QUIET = late.pattern(
    r"\b(?:instead of|rather than|avoid|do not (?:say|write|call)|never (?:say|call))\b"
)
LEFT_OUT = late.pattern(
    r"^samples/|^sources/|/says$|^handouts/[^/]+/(?:cards|table|choices)/|/answers/|^citation/"
)
QUOTED = late.pattern(r"“[^“”]*”|\"[^\"]*\"")


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.clued(document, CLUES):
        if LEFT_OUT.search(passage.address):
            continue
        hit = NAMED.search(QUOTED.sub(" ", passage.shown))
        if hit and hit.lastindex and not QUIET.search(passage.shown.lower()):
            message = f"“{hit[0].strip()}” names people by what they lack, or as men only"
            hint = f"Write {HINTS[hit.lastindex - 1]}."
            yield within(document, passage, message, hint, quote=hit[0].strip())
