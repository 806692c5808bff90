"""An adoption, a prize, a survey result or a success is claimed for this material.

**Why.** Families and boards act on such sentences. Where nobody adopted, tested or asked, the
sentence is untrue, however likely it sounds, and the whole site loses its word.

**How to mend.** Delete the claim, or write what is planned: “The board has not decided yet.” Once
it has happened, say so in `status` and `reviewed`, with who and when; the page then shows it.

**Source.** Our own rule: nothing is claimed that did not happen.

**Limits.** Only sentences about this material or this district, and only phrasings of the list.
Rules about what must be approved, plans, conditions, questions and denials are quiet; so are
documents that are adopted, in pilot or reviewed, or are marked as examples.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

OURS = (
    r"(?:[Tt]his|[Oo]ur|[Tt]hese|[Tt]he) (?:AI(?:[- ]literacy)? )?"
    r"(?:curriculum|lessons?|guides?|kits?|pages?|polic(?:y|ies)|plan|program|workshops?|materials?"
    r"|units?|letters?|expectations|progression|site|rules)"
)
BODY = (
    r"(?:(?:[Oo]ur|[Tt]he) )?(?:(?:school|district|county|state|LACOE|governing) )?"
    r"(?:[Bb]oard(?: of [Ee]ducation)?|[Ss]uperintendent|[Dd]istrict|[Cc]ounty(?: [Oo]ffice)?|CDE"
    r"|LACOE|[Ss]tate|Department of Education|[Cc]ouncil|[Cc]ommittee|[Uu]nion)"
)
DONE = r"(?:adopted|approved|endorsed|certified|accredited|recommended|recognized|commended)"
PEOPLE = r"(?:families|parents|students|teachers|staff|principals|children|participants)"
# Plain searches are quick: only passages with one of these are looked at closely.
CLUES = (
    " adopted",
    " approved",
    "endorsed",
    "certified",
    "accredited",
    "recommended",
    "recognized",
    "commended",
    " reviewed by",
    " reviewed in",
    " reviewed on",
    " vetted",
    " tested by",
    " tested in",
    " tested with",
    " proven",
    "award",
    "prize",
    "urvey show",
    "urveys show",
    "urvey found",
    " pilot",
    " trial",
    " of our ",
    "all our ",
    "ost our ",
    "shown to",
    "urvey told",
    "urvey prove",
)
PAST = r"(?:is|are|was|were|has been|have been)"
CLAIM = late.pattern(
    rf"\b{BODY} (?:has |have )?(?:unanimously |officially |formally |already )?{DONE} "
    rf"(?:{OURS}|it\b)"
    rf"|\b{OURS} {PAST} (?:\w+ly )?(?:{DONE}|reviewed|vetted|tested|proven)"
    r"(?: (?:on|in) [\w ,]{1,25})? (?:by|(?:with|in) (?:\w+ ){0,3}"
    r"(?:classrooms?|classes|schools|students|families|teachers)\b)"
    rf"|\b{OURS} (?:has |have )?(?:won|received|earned) (?:an? |the )?[\w ]{{0,30}}"
    r"(?:award|prize)\b"
    r"|\b[Aa]ward-winning (?:curriculum|lessons?|program|materials?|guides?|kits?)\b"
    r"|\b(?:[Oo]ur|[Tt]he district[’']s|[Ll]ast year[’']s|[Tt]his year[’']s) (?:\w+ )?"
    r"(?:surveys?|pilots?|trials?) (?:showed|shows?|found|proved|proves?|told us) (?:that )?"
    r"(?:\w+ ){0,3}(?:families|parents|teachers|staff)\b"
    rf"|\b(?:[Mm]ost|[Nn]early all|[Aa]ll|\d+ (?:percent|%) of) (?:of )?our {PEOPLE} "
    r"(?:said|say|told|reported|report|agreed|agree|loved|love)\b"
    rf"|\b{OURS} (?:has|have) (?:been )?(?:shown|proven) to\b"
)
QUIET = late.pattern(
    r"\b(?:not|never|no|nobody|will|would|if|when|once|until|before|after|must|should"
    r"|(?<!in )may(?! \d)|might|can|only|needs? to|unless|example|sample|whether|draft|planned"
    r"|imagine|invented)\b|n[’']t\b|\?"
)
LEFT_OUT = late.pattern(
    r"^samples/|^sources/|/says$|^handouts/[^/]+/(?:cards|table|choices)/|/key$"
)
SENTENCE = late.pattern(r"(?:[^.!?]|\.(?=\d))+[.!?]*[”’\")]*")


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    happened = document.status in ("pilot", "adopted") or document.reviewed
    if happened or getattr(document, "example", False):
        return
    for passage in frame.clued(document, CLUES):
        if not CLAIM.search(passage.shown) or LEFT_OUT.search(passage.address):
            continue
        for sentence in SENTENCE.findall(passage.shown):
            hit = CLAIM.search(sentence)
            if hit and not QUIET.search(sentence.lower()):
                message = f"“{hit[0].strip()}” claims what this document does not record"
                hint = "Delete the claim, or record it under `status` and `reviewed`."
                yield within(document, passage, message, hint, quote=hit[0].strip())
