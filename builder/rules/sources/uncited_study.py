"""The text leans on a study or an authority that is not among the sources.

**Why.** “A study from 2023 found” asks for trust. Without the source a teacher cannot answer the
parent who asks which study, and this curriculum teaches students to ask exactly that.

**How to mend.** Add the work to `sources` with author, title and year, or say the thing without
leaning on it.

**Source.** Our own rule, after commentary on staged district action: figures and quotations carry
their source and year.

**Limits.** Knows common ways to cite: a name and a year in brackets, “a study from 2023”,
“according to” and a name. AI answers written for the lesson, sheets, answer keys and
misconceptions are not looked at, for there a made-up source may be the lesson. Guides, letters,
workshops and pages on integrity have no list of sources and say the source in the text.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.groups import WithSources
from builder.rules.engine import Frame, Problem, rule, within

_STUDY = r"(?:stud(?:y|ies)|surveys?|polls?|reports?|research|experiments?)"
_MONTH = r"(?:January|February|March|April|May|June|July|August|Sept|Octo|Novem|Decem)"
CITED = late.pattern(
    rf"\((?!{_MONTH})[A-Z][\w’-]+(?:,? (?:and|&) (?:others|[A-Z][\w’-]+)| et al\.?"
    r"|, [A-Z][\w’-]+,? (?:and|&) [A-Z][\w’-]+),? (?:19|20)\d\d\)"
    rf"|\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]his|[Tt]hat) (?:[\w-]+ ){{0,2}}{_STUDY}"
    r" (?:from|by [A-Z][\w ]{2,50},?) \(?(?:19|20)\d\d\b"
    rf"|\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]his|[Tt]hat) (?:19|20)\d\d {_STUDY}\b"
    rf"|\b[Aa]ccording to (?:an? |one |recent |several )?(?:new |recent |large )?{_STUDY}\b"
    r"|\b[Aa]ccording to (?:the )?(?!(?:Card|Table|Sheet|Page|Level|Group|Step|Rule|Part)\b)"
    r"(?:[A-Z]{2,}\b(?!’)|[A-Z][\w&-]+(?: (?:of |for |the |and ){0,3}[A-Z][\w&-]+){1,6}(?!’))"
    r"|\b(?:[Ss]tudies (?:show|have shown|found|find|say)"
    r"|[Rr]esearch (?:shows|has shown|found|says)|[Rr]esearchers (?:found|have found|say|showed))\b"
)
CUES = ("ccording to", "19", "20", "tudies", "esearch")
INVENTED = ("samples/", "handouts/", "sources/", "misconceptions/", "assessment/answer_key")
YEAR = late.pattern(r"\b(?:19|20)\d\d\b")
NAME = late.pattern(r"\b[A-Z][\w’&-]{2,}")
PLAIN = frozenset(("According", "The", "One", "Studies", "Research", "Researchers", "See", "Study"))


@rule(Severity.WARNING)
def check(document: WithSources, frame: Frame) -> Iterator[Problem]:
    listed = " ".join(source.text.shown for source in document.sources)
    for passage in frame.passages(document):
        words = passage.words
        if passage.address.startswith(INVENTED) or not any(cue in words for cue in CUES):
            continue
        found = CITED.search(words)
        if found and not _stands(found[0], listed):
            message = f"no source is listed for “{found[0]}”"
            hint = "Add it to `sources` with author, title and year, or do without it."
            yield within(document, passage, message, hint, quote=found[0])


def _stands(cited: str, listed: str) -> bool:
    """Whether the list names its year or its name; without either, whether there is a list."""
    marks = [*YEAR.findall(cited), *(one for one in NAME.findall(cited) if one not in PLAIN)]
    return any(mark in listed for mark in marks) if marks else bool(listed)
