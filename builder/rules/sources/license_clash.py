"""Text is adapted from a work whose licence does not allow it here.

**Why.** Everything here is under CC BY 4.0: any district may change it, print it and sell the
copies. Whoever wrote the original said otherwise: not for sale, not to be changed, or only under
the same licence. Passing it on breaks the promise made to them and to every district that adopts
this.

**How to mend.** Write it anew in your own words and name the work as a source of the idea, or ask
the author for leave and say so in the source. Quoting a short passage with its source is another
matter.

**Source.** Licences CC BY-NC, CC BY-SA, CC BY-ND of Creative Commons. The TeachAI toolkit and the
CSTA standards of 2017 are under CC BY-NC-SA 4.0.

**Limits.** Believes what the text says. Knows the licence of a work only if the text names it, or
if it is one of the two above. Words copied with no word of it are not seen.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

ADAPTED = late.pattern(
    r"\b(?:adapted (?:from|with)|adaptation of|excerpt(?:ed)? from|reprinted|copied from"
    r"|remix(?:ed)?|translated from|taken from|reproduced|used under)\b",
    re.IGNORECASE,
)
NARROW = late.pattern(
    r"\bCC[ -]BY[ -](?:NC|ND|SA)(?:-(?:SA|ND))?\b|\bBY-NC(?:-SA|-ND)?\b|\bNon-?Commercial\b"
    r"|\bNo-?Derivatives\b|\bShare-?Alike\b|\ball rights reserved\b",
    re.IGNORECASE,
)
# Known to be under CC BY-NC-SA 4.0; the year keeps later editions of the standards out.
KNOWN = late.pattern(r"\bTeachAI\b|\bCSTA\b[^.;]{0,60}\b2017\b")

# One of these stands in whatever NARROW or KNOWN finds; most documents hold none.
CUES = (
    *("BY NC", "BY-NC", "BY ND", "BY-ND", "BY SA", "BY-SA", "ommercial", "erivative"),
    *("hareAlike", "hare-Alike", "hare-alike", "ights reserved", "TeachAI", "CSTA"),
)


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    if not frame.mentions(document, CUES):
        return
    passages = frame.passages(document)
    for passage in passages:
        words = passage.words
        narrow = NARROW.search(words) or KNOWN.search(words)
        if narrow and ADAPTED.search(words):
            message = f"“{narrow[0]}” does not allow this to be passed on under CC BY 4.0"
            hint = "Write it anew in your own words, and name the work as where the idea is from."
            yield within(document, passage, message, hint, quote=narrow[0])
