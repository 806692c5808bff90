"""Words of hype or fear stand where AI should be described plainly.

**Why.** “Revolutionary” and “killer robots” both say that AI is beyond understanding. Students are
to find out what a tool does, how well and for whom; big words take that question away.

**How to mend.** Say what happened, to whom, and how one could check it. Instead of “a game-changer
for writing”, write “it lists ten openings in a second; most need work”.

**Source.** Our own rule: no praise of AI and no fear of it.

**Limits.** Only in sentences that name AI or a machine, and only a list of words; `also` adds to
it. Sentences that deny (“it is not magic”), compare (“looks like magic”) or ask are quiet, so are
cards, tables, sample answers, misconceptions and answer keys.
"""

import re
from collections.abc import Iterator
from functools import cache

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

LOUD = (
    r"[Rr]evolutionary(?! [Ww]ar)|[Rr]evolutioni[sz]\w+|[Gg]ame[- ]chang(?:er|ers|ing)"
    r"|(?:is|are|by|pure) magic(?:al)?\b(?! (?:wand|trick|show|word|school|square|carpet))"
    r"|[Mm]agical(?:ly)? (?:AI|tools?|chatbots?|technology|machines?|answers?)"
    r"|[Mm]agic of (?:AI|technology)"
    r"|[Gg]roundbreaking|[Cc]utting-edge|[Mm]ind-blowing|[Mm]iracles?|[Mm]iraculous"
    r"|[Ss]uperchar(?:ge|ged|ges|ging)|[Ee]ndless possibilities|[Ll]imitless|[Uu]nleash\w*"
    r"|(?:[Hh]arness|[Uu]nlock)\w* the (?:power|potential)|[Tt]he future is here"
    r"|[Ss]marter than (?:you|us|people|humans|any(?:one| human))|[Ss]uperintelligen\w+"
    r"|(?:will|going to|about to) take over"
    r"(?=[.,;!]| (?:the|our|your|all|every\w+) (?:world|planet|jobs?|schools?|classrooms?|lives))"
    r"|takes? over the world|[Kk]iller robots?"
    r"|[Dd]angerous robots?|[Ee]vil (?:robots?|machines?|AI)|[Aa]pocalyp\w+|[Tt]errifying"
    r"|[Uu]nstoppable|(?:destroy|end|wipe out) humanity|steal (?:your|our|their|all) jobs?"
)
# Plain searches are quick: only passages with one of these are looked at closely.
CLUES = (
    "evolution",
    "ame-chang",
    "ame chang",
    "agic",
    "roundbreaking",
    "utting-edge",
    "ind-blowing",
    "iracl",
    "iracul",
    "upercharg",
    "ndless poss",
    "imitless",
    "nleash",
    "the power",
    "the potential",
    "future is here",
    "marter than",
    "uperintell",
    "take over",
    "over the world",
    "iller robot",
    "angerous robot",
    "vil robot",
    "vil machine",
    "vil AI",
    "pocalyp",
    "errifying",
    "nstoppable",
    "humanity",
    "steal ",
)
ABOUT = late.pattern(
    r"\bAI\b|artificial intelligence|\b(?:[Cc]hatbot|[Rr]obot|[Tt]ool|[Mm]achine|[Cc]omputer|[Aa]pp"
    r"|[Mm]odel|[Aa]lgorithm|[Tt]echnology|[Tt]echnologie)s?\b"
)
QUIET = late.pattern(
    r"\b(?:not|never|no|nor|nobody|cannot|instead|avoid|wrong|myth|pretend\w*|imagine"
    r"|(?:look|seem|feel|sound|appear)s?|like|as if|stops? being|movies?|films?|stor(?:y|ies)|ads?"
    r"|headlines?|claims?|words? (?:such as|like))\b|n[’']t\b|\?"
)
LEFT_OUT = late.pattern(
    r"^samples/|^sources/|/says$|/watch_for$|/answer_key$|/key$|^survey/.*/answers/"
    r"|^handouts/[^/]+/(?:cards|table|choices)/"
)
SENTENCE = late.pattern(r"(?:[^.!?]|\.(?=\d))+[.!?]*[”’\")]*")
QUOTED = late.pattern(r"“[^“”]*”|\"[^\"]*\"")


@rule(Severity.WARNING)
def check(document: Document, frame: Frame, *, also: str = "") -> Iterator[Problem]:
    loud = _loud(also)
    for passage in frame.clued(document, (*CLUES, *_more(also))):
        if LEFT_OUT.search(passage.address):
            continue
        for sentence in SENTENCE.findall(passage.shown):
            hit = loud.search(QUOTED.sub(" ", sentence)) if ABOUT.search(sentence) else None
            if hit and not QUIET.search(sentence.lower()):
                message = f"“{hit[0]}” praises or frightens instead of describing"
                hint = "Say what the tool does, how well, and how one could check it."
                yield within(document, passage, message, hint, quote=hit[0])


@cache
def _loud(also: str) -> re.Pattern[str]:
    more = "".join("|" + re.escape(word) for word in _more(also))
    return re.compile(rf"\b(?:{LOUD}{more})\b")


def _more(also: str) -> list[str]:
    return [word for word in re.split(r"[\s,]+", also) if word]
