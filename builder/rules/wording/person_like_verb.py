"""A machine is said to think, know, feel or want, as if it were a person.

**Why.** Children who hear that a machine knows or wants things trust it as they trust a person, and
tell it what they would tell one. Words that say what the machine really does are half the lesson.

**How to mend.** Say what happens: the tool sorts, counts, picks, stores, puts words together,
shows, answers. Or name the person: the company wants, the people who built it decided. A district
that avoids more verbs, such as “learns” or “sees”, lists them in `also`.

**Source.** OECD/EU AILit 2026, Engage 2: explain AI in words that clear up the idea that it is a
person. The AI4K12 and CSTA learning priorities of 2025 give the same advice.

**Limits.** Only where the machine is the subject of its own clause. Quiet in questions, denials,
comparisons (“as if”), reports of what people believe, single quoted sentences, sample answers,
misconceptions, cards, tables and answer keys, so that it misses some. “Learns” is left alone.
"""

import re
from collections.abc import Iterator
from functools import cache

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

PLAINER = {
    "think": "“puts words together” or “works out”",
    "kn": "“has examples of”, “stores” or “shows”",
    "underst": "“sorts”, “matches” or “answers”",
    "feel": "“shows the word for”; feelings belong to people",
    "want": "“asks for”, or name the people who want it",
    "belie": "“gives as its answer”",
    "remember": "“stores”",
    "decid": "“picks”, “sorts” or “puts first”",
    "lie": "“gives a wrong answer”",
}
BEGINS = (
    r"(?:^\W*|[:;,—–(“]\s*|\b(?:that|[Bb]ecause|[Ww]hen|[Bb]ut|[Ss]o|[Ww]hile|[Ss]ince|as"
    r"|[Aa]lthough|where|[Hh]ow|[Ww]hy|[Tt]hen|[Nn]ow|[Aa]nd) )"
)
ONE = (
    r"(?:[Tt]he |[Aa]n? |[Tt]his |[Tt]hat |[Oo]ur |[Yy]our |[Ee]very |[Ee]ach )?"
    r"(?:(?:[Ss]mart|[Nn]ew|clever|[Cc]lass|[Cc]hat|[Vv]oice|[Ll]anguage|picture|paper|toy) )?"
    r"(?:AI(?: (?:tool|model|system|program|assistant|app|chatbot|bot))?|[Aa]rtificial intelligence"
    r"|[Cc]hatbot|[Bb]ot|[Tt]ool|[Cc]omputer|[Mm]achine|[Mm]odel|[Rr]obot|[Aa]lgorithm)"
)
MANY = (
    r"(?:[Tt]he |[Tt]hese |[Tt]hose |[Ss]ome |[Mm]any |[Mm]ost |[Aa]ll |[Oo]ur )?"
    r"(?:(?:[Ss]mart|[Nn]ew|[Mm]odern|AI|[Cc]hat|[Ll]anguage|[Tt]oday’s) )?"
    r"(?:[Cc]hatbots|[Bb]ots|[Tt]ools|[Cc]omputers|[Mm]achines|[Mm]odels|[Rr]obots|[Aa]lgorithms"
    r"|AIs|systems)"
)
ADVERB = (
    r"(?: (?:really|just|also|always|already|even|still|truly|actually|simply|often|sometimes"
    r"|usually|only|now))?"
)
MODAL = r" (?:can|could|will|would|may|might|must|should)"
FEELING = (
    r"(?: (?:very |so |really )?(?:happy|sad|angry|mad|bad|sorry|lonely|tired|proud|scared|afraid"
    r"|hurt|bored|jealous|guilty|love|joy|pain|emotions?|what|that)\b|[.,;!”]|$)"
)
VERBS = "think|know|understand|want|believe|remember|hope|love|hate|enjoy|dream|wish(?:e(?=s))?"
MOOD = r"(?:really |very |so )?(?:happy|sad|angry|lonely|jealous|proud|bored|conscious|alive)"
# After these objects it is a judgment left to AI, which has a rule of its own.
JUDGED = r" (?:who|whether|if|your|the (?:final )?(?:grade|score|placement|level)|for|instead)\b"
TOLD = r" (?:to (?:you|me|us|them|people|students|children|users|families)\b|about\b)"
# Plain searches are quick: only passages with one of these are looked at closely.
MACHINES = (
    *("AI", "ntelligence", "bot", "ool", "omputer", "achine", "odel", "lgorithm"),
    *("ssistant", "app", "rogram", "ystem"),
)
QUIET = late.pattern(
    r"\b(?:not|never|no|nor|neither|cannot|nobody|nothing|wrong|false|myth|misconception|mistaken"
    r"|pretend\w*|imagine\w*|if|whether|as though|stor(?:y|ies)|movies?|films?|novels?|fiction"
    r"|puppets?|skits?|in the play"
    r"|(?:look|sound|seem|act|appear)s?\b|so-called"
    r"|(?:people|students|children|kids|many|some|they|you|we|i|who|grown-ups)(?: \w+)? "
    r"(?:think|believe|say|claim|assume|feel|guess))\b|n[’']t\b|\?"
)
LEFT_OUT = late.pattern(
    r"^samples/|^sources/|/says$|/watch_for$|/answer_key$|/key$|^survey/.*/answers/|/not$"
    r"|^handouts/[^/]+/(?:cards|table|choices)/|^undermines/|(?:^|/)may_not\b|^will_not_do$"
)
SENTENCE = late.pattern(r"(?:[^.!?]|\.(?=\d))+[.!?]*[”’\")]*")
QUOTED = late.pattern(r"“[^“”]*”|\"[^\"]*\"")


@rule(Severity.WARNING)
def check(document: Document, frame: Frame, *, also: str = "") -> Iterator[Problem]:
    near, verb = _patterns(also)
    for passage in frame.clued(document, MACHINES):
        if not near.search(passage.shown) or LEFT_OUT.search(passage.address):
            continue
        for sentence in SENTENCE.findall(passage.shown):
            hit = verb.search(QUOTED.sub(" ", sentence)) if near.search(sentence) else None
            if hit and not QUIET.search(sentence.lower()):
                words = hit["words"] or hit["which"]
                message = f"“{words}” speaks of a machine as of a person"
                yield within(document, passage, message, _hint(words), quote=words)


@cache
def _patterns(also: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a sentence must have to be looked at closely, and the verb with its subject."""
    more = [re.escape(word.removesuffix("s")) for word in re.split(r"[\s,]+", also) if word]
    verbs = "|".join([VERBS, *more])
    singular = (
        rf"(?:(?:{verbs})s|knew|wanted to|decided (?:to|that)|decides(?!{JUDGED})|feels{FEELING}"
        rf"|cares(?= about| for|[.,;!])|likes (?:to|you|it|me|us)|lies(?:{TOLD}|[.,;!]|$)"
        rf"|is {MOOD})"
    )
    plural = (
        rf"(?:(?:{verbs})|knew|wanted to|decide(?!{JUDGED})|feel{FEELING}|care about|lie{TOLD}"
        rf"|are {MOOD})"
    )
    ends = r"(?![\w’'-])"
    words = (
        rf"{BEGINS}(?P<words>{ONE}{ADVERB} {singular}{ends}|{MANY}{ADVERB} {plural}{ends}"
        rf"|(?:{ONE}|{MANY}){MODAL}{ADVERB} {plural}{ends})"
        r"|(?P<which>\b(?:AI|[Cc]hatbot|[Rr]obot|[Tt]ool|[Cc]omputer|[Mm]achine)"
        rf"(?: (?:that|which){ADVERB} {singular}|s (?:that|which){ADVERB} {plural}){ends})"
    )
    loose = "|".join(["think", "kn[eo]w", "underst", "want", "belie", "rememb", "hope", "love"])
    near = (
        r"(?:AI|ntelligence|bot|ool|omputer|achine|odel|lgorithm|ssistant|app|rogram|ystem)s?"
        rf"(?: [a-z]+){{0,3}} (?:{loose}|hate|enjoy|wish|dream|decid|feel|care|like|lie|is|are"
        rf"{''.join('|' + word for word in more)})"
    )
    return re.compile(near), re.compile(words)


def _hint(words: str) -> str:
    for stem, better in PLAINER.items():
        if re.search(rf" {stem}\w*", words):
            return f"Say what it does, for example {better}."
    return "Say what it does: it sorts, counts, picks, shows or answers."
