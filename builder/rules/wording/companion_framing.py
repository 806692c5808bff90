"""AI is presented as a friend, a buddy or somebody to confide in.

**Why.** A program built to keep people talking is no friend, and a child who takes it for one tells
it secrets and stays longer. The pages must not help with that, not even with a friendly nickname.

**How to mend.** Call it a tool or a program, say what it does, and send children to a person: “Ask
the class tool, then talk with your teacher.”

**Source.** OECD/EU AILit 2026 on confusing AI with humans; California SB 243 (2025) on companion
chatbots; our own principle that AI does not take the place of relationships.

**Limits.** A fixed list of phrasings. Warnings pass: sentences that deny, ask, or say that an app
acts, plays, sounds or is sold like a friend. Cards, tables, sample answers, misconceptions, answer
keys and answers of a survey are not looked at. “Thinking partner” passes.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

MACHINE = r"(?:AI|[Cc]hatbot|[Bb]ot|[Rr]obot|[Tt]ool|[Cc]omputer|[Mm]achine|[Aa]pp)"
KIND = r"(?:new |own |best |good |true |real |kind |digital |virtual |helpful |friendly |trusted )"
FRIEND = r"(?:friend|buddy|pal|bestie|companion|teammate)s?"
FRAMED = late.pattern(
    rf"\b(?:[Yy]our|[Mm]y|[Oo]ur|[Tt]heir) {KIND}?{MACHINE} {FRIEND}\b"
    rf"|\b{MACHINE} (?:budd(?:y|ies)|bestie|pals?|sidekick)\b"
    rf"|\b{MACHINE}s? (?:is|are|can be|will be|becomes?) (?:like )?(?:your|a|an|my|our|their) "
    rf"{KIND}?{FRIEND}\b"
    r"|\b(?:[Tt]alk|[Cc]hat|[Ss]peak|[Tt]alking|[Cc]hatting) (?:to|with) "
    rf"(?:it|(?:the |your |an? )?{MACHINE}) (?:like|as)(?: you would)?(?: to| with)? "
    r"(?:a|your|an old) (?:good |best )?friend\b"
    rf"|\b(?:[Mm]ake|[Mm]aking) friends with (?:the |your |an? )?{MACHINE}\b"
    rf"|\b[Bb]efriend (?:the |your |an? )?{MACHINE}\b"
    r"|\b(?:[Tt]ell|[Ss]how) (?:the |your |an? )?"
    rf"{MACHINE} your (?:secrets?|feelings|worries|problems)\b"
    r"|\b(?:[Ss]hare|[Cc]onfide) (?:your (?:secrets?|feelings|worries|problems) with|in) "
    rf"(?:the |your |an? ){MACHINE}\b"
    rf"|\b{MACHINE} (?:is|will be) (?:always )there for (?:you|us)\b"
)
QUIET = late.pattern(
    r"\b(?:not|never|no|nor|nobody|cannot|instead|avoid|wrong|myth|pretend\w*|if|whether|rather"
    r"|(?:act|play|sound|seem|look|appear)s?|made to|built to|sold|sells?|ads?|claims?|says|calls?"
    r"|warn\w*|risk\w*|danger\w*|worr(?:y|ied)|some (?:apps|people|chatbots|children))\b"
    r"|n[’']t\b|\?"
)
LEFT_OUT = late.pattern(
    r"^samples/|^sources/|/says$|/watch_for$|/answer_key$|/key$|^survey/.*/answers/|/not$"
    r"|^handouts/[^/]+/(?:cards|table|choices)/|^undermines/|(?:^|/)may_not\b|^will_not_do$"
)
SENTENCE = late.pattern(r"(?:[^.!?]|\.(?=\d))+[.!?]*[”’\")]*")
QUOTED = late.pattern(r"“[^“”]*”|\"[^\"]*\"")
# Plain searches are quick: only passages with one of these are looked at closely.
CLUES = (
    "friend",
    "budd",
    " pal",
    " companion",
    "teammate",
    "sidekick",
    "bestie",
    " secret",
    "feelings",
    "worries",
    "problems",
    "there for",
)


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.clued(document, CLUES):
        if LEFT_OUT.search(passage.address):
            continue
        for sentence in SENTENCE.findall(passage.shown):
            hit = FRAMED.search(QUOTED.sub(" ", sentence))
            if hit and not QUIET.search(sentence.replace(hit[0], " ").lower()):
                message = f"“{hit[0]}” makes a companion of a machine"
                hint = "Call it a tool, say what it does, and name a person to talk to."
                yield within(document, passage, message, hint, quote=hit[0])
