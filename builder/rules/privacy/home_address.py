"""The street address of a person’s home stands in a page.

**Why.** An address is where a child can be found. Invented ones are often real streets, and an
example that spells one out shows children that it may be told.

**How to mend.** Say “her home address” without one, or leave a blank. If the sheet needs words to
sort, write “my street and house number”.

**Source.** COPPA, 16 CFR 312: a home address is personal information of a child. Our own rule:
example data about people is invented and harmless.

**Limits.** A house number and a street after words such as “lives at” or “home address”. Public
places (school, museum, library, office, park) pass, and so do Main Street and Example Street.
"""

from collections.abc import Iterator

from builder import late
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

STREET = (
    r"\d{1,5} (?:[NSEW]\.? )?(?:[A-Z][\w’'-]+ |\d{1,3}(?:st|nd|rd|th) ){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Way|Place|Pl|Circle"
    r"|Terrace)\b"
)
HOME = late.pattern(
    rf"\b(?:[Ll]ives?|[Ll]iving|[Ll]ived|[Mm]oved|[Hh]ome|[Hh]ouse|[Aa]ddress|[Mm]y address)\b"
    rf"(?: is| was|:)?(?: \w+)?(?: at| on| to| in|,)? {STREET}"
)
CLUE = late.pattern(r"[0-9] (?:[NSEW1-9]|North|[A-Z])[\w’'. -]{2,30} [SARBDLCWPT][a-z]+")
PUBLIC = late.pattern(
    r"\b(?:[Ss]chool|[Mm]useum|[Ll]ibrary|[Oo]ffice|[Dd]istrict|[Pp]ark|[Cc]enter|[Ss]tation"
    r"|[Ss]tore|[Hh]ospital|[Cc]ity [Hh]all)\b|\d (?:Main|Example|Sample|Elm) S"
)


@rule()
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    if not CLUE.search(frame.text(document)):
        return
    for passage in frame.passages(document):
        hit = HOME.search(passage.shown) if CLUE.search(passage.shown) else None
        if hit and not PUBLIC.search(passage.shown[max(0, hit.start() - 40) : hit.end()]):
            message = f"“{hit[0]}” is the address of a home"
            hint = "Speak of the address without writing one, or leave a blank."
            yield within(document, passage, message, hint, quote=hit[0])
