"""A family meets a short form in capitals that the page never spells out.

**Why.** IEP, ELD or PTA are everyday words inside a school and a closed door outside it. A parent
who reads in a second language cannot look them up, and an interpreter cannot guess.

**How to mend.** Write it out once on the same page, “Individualized Education Program (IEP)”, or
leave the short form away. Short forms that every family of the district uses go into `allowed`.

**Source.** Our own rule, after the advice of the U.S. Department of Education that notices to
parents avoid jargon.

**Limits.** Two to five capitals. Roman numbers, codes with numbers (“SB 243”), shouted words that
the page also has in small letters, common words (“STOP”), headings in capitals and the spelling of
how to say a word are not short forms. A name in brackets beside it counts as written out.
"""

import re
from collections.abc import Iterator
from functools import cache

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

# Words that are shouted or stand on signs and buttons, rather than short for something.
WORDS = frozenset(
    re.findall(
        r"\w+",
        "AFTER ALL ALSO AND ANY ARE ASK BEFORE BLUE BY CHECK CLOSE DAY DO DOWN DRAW END FAKE "
        "FALSE FIRST FOR FREE GIVE GO GREEN HELP HERE IF IN IS IT KEEP LAST LOOK MADE ME MUST MY "
        "NEVER NEW NEXT NO NOT NOW OF OFF OLD ON ONE ONLY OPEN OR OUR OUT READ REAL RED SAFE SAME "
        "SAY SEE SHOW START STOP TAKE TELL THAT THE THEN THINK THIS TO TRUE TWO UP USE WAIT WE "
        "WRITE YES YOU YOUR ",
    )
)
SHORT = late.pattern(r"(?<![\w.’'&-])[A-Z]{2,5}(?=s?\b)(?![.&-]?[A-Z0-9]| \d)")
HEADING = late.pattern(r"(?:\b[A-Z]{2,}\b[ ,:]+){2}[A-Z]{2,}\b")
ROMAN = late.pattern(r"[IVX]+")
LEFT_OUT = late.pattern(r"^say_it$|^sources/|/say_it$")


@rule(Severity.WARNING)
def check(
    document: Document,
    frame: Frame,
    *,
    allowed: str = "AI TK US USA OK TV PC ID PDF GPS PIN NASA LA CA AM PM QR",
) -> Iterator[Problem]:
    met = set(re.split(r"[\s,]+", allowed)) | WORDS
    for passage in frame.read_by(document, "families"):
        if LEFT_OUT.search(passage.address):
            continue
        for found in SHORT.findall(passage.shown):
            if found in met or ROMAN.fullmatch(found) or HEADING.search(passage.shown):
                continue
            met.add(found)
            if not _spelled_out(found, frame.text(document)):
                message = f"“{found}” is never written out here"
                hint = f"Write the full name once, with ({found}) after it, or leave it away."
                yield within(document, passage, message, hint, quote=found)


def _spelled_out(short: str, text: str) -> bool:
    return bool(_explained(short).search(text))


@cache
def _explained(short: str) -> re.Pattern[str]:
    """The full name by its first letters, an explanation beside it, or the word unshouted."""
    between = r"(?:[’']\w+)?[\s-]+(?:(?:of|and|for|the|to|in|on|by) ){0,2}"
    name = between.join(rf"[{letter}{letter.lower()}]\w*" for letter in short)
    # Two first letters meet by chance: there only brackets and explanations count.
    known = rf"\b{name}\b|" if len(short) > 2 else ""
    return re.compile(
        rf"{known}\w[^().!?]{{4,60}} \({short}s?\)|\b{short}s? \([^)]{{5,}}\)"
        rf"|\b{short}s?,? (?:means|stands for|is short for|short for|or|that is)\b"
        rf"|\b{short}s?, (?:an?|the|our|which) |\b(?:{short.lower()}|{short.capitalize()})\b"
    )
