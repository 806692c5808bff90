"""A language lacks passages that the district wants complete in it.

**Why.** A parent who chose their language finds English there. The district has said in its
settings which classes of content it owes to these families.

**How to mend.** Translate what is missing: `curriculum translate refresh` puts it into the PO
files, `curriculum translate status` counts it. A language that cannot be finished this year does
not stand under `complete`.

**Source.** California Education Code 48985 (notices to parents where 15 percent or more of the
pupils of a school speak one language other than English). Which languages and classes are complete
is the district's own decision.

**Limits.** One finding for each language and class of content, at the language in the settings. It
counts drafts that nobody has reviewed as translated. New words of the site itself count once
`refresh` has put them into their PO file. A PO file that cannot be read is told as such, and not
counted here.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.interface import FOLDER
from builder.rules.engine import Coverage, Frame, Problem, rule

_CLASSES = {"family": "for families", "lesson": "of lessons", "staff": "for staff"}
_NAMED = 3


@rule(Severity.WARNING)
def check(coverage: Coverage, frame: Frame) -> Iterator[Problem]:
    if not coverage.lacking:
        return
    at = ("languages", coverage.number)
    language = coverage.language
    if coverage.audience == "interface":
        message = f"{language.english}: words of the site itself are missing"
        yield Problem(frame.settings, at, message, f"Translate {coverage.lacking[0]}.")
        return
    names = [path.removeprefix(f"{FOLDER}/{language.id}/") for path in coverage.lacking]
    shown = ", ".join(name.removesuffix(".po") for name in names[:_NAMED])
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    which = f"{len(names)} of {coverage.documents} documents {_CLASSES[coverage.audience]}"
    message = f"{language.english}: {which} are not translated to the end: {shown}{more}"
    hint = f"Translate them, or take “{coverage.audience}” out of `complete`."
    yield Problem(frame.settings, at, message, hint)
