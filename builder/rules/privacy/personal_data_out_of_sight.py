"""An address, a number or a day of birth stands in a comment, a hidden field or a file’s name.

**Why.** Files are published with the curriculum: in its repository, in what others take from it,
in search engines. What no page shows is still read, and nobody looks there for what must go.

**How to mend.** Take it out of the comment or the field, or give the file another name. In a PO
file it may be what Poedit wrote as `Last-Translator`, or the English before a change: clear it.

**Source.** Our own rule: example data about people is invented and harmless, wherever it stands.

**Limits.** Looks for the same as the checks on e-mail addresses, phone numbers, numbers of people
and days of birth, in YAML files and in comments and headers of PO files, line by line. What passes
there passes here, but for what a district allows: that is named once more in `allowed`.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from builder import files, late
from builder.model.base import Document
from builder.rules import personal
from builder.rules.engine import Flaw, Frame, Problem, Translation, rule
from builder.rules.passages import lines_near

# Comments and fields of the header; what begins with #. is ours and made from the English.
IN_PO = late.pattern(r'^(?:#(?!\.)|"[A-Z][\w-]+: ).*', re.MULTILINE)
PICTURES = late.pattern(r"\b(?:drawing|photo): *([a-z0-9-]+)")
HINT = "Take it out, or give the file another name."


@rule()
def check(
    where: Document | Translation, frame: Frame, *, allowed: str = ""
) -> Iterator[Problem | Flaw]:
    path = where.path if isinstance(where, Translation) else frame.curriculum.source_of(where).path
    raw = _unshown(where, frame, path)
    pictures = PICTURES.findall("\n".join(lines_near(raw, ("drawing:", "photo:"))))
    names = (PurePosixPath(path).stem, *pictures)
    apart = (name.replace("-", " ") for name in names)
    hits = list(_all("\n".join((*apart, raw)), frame, allowed))
    if not hits:
        return
    # What is in the passages is told by the checks on each; a translation repeats its English.
    shown = "\n".join(one.words for one in personal.written(where, frame))
    if isinstance(where, Translation):
        shown += "\n".join(one.words for one in where.passages)
    for hit in dict.fromkeys(hits):
        if hit in shown:
            continue
        message = f"“{hit}” points to a person, though no page shows it"
        if isinstance(where, Translation):
            yield Flaw("", message, HINT, hit)
        else:
            yield Problem(where, (), message, HINT, hit)


def _unshown(where: Document | Translation, frame: Frame, path: str) -> str:
    """What may stand unshown in the file; nothing where words come from outside and have none."""
    root = frame.curriculum.root
    if root is None or not (root / path).is_file():
        return ""
    raw = files.bounded(root / path).decode("utf-8", "replace").replace("\r", "\n")
    return "\n".join(IN_PO.findall(raw)) if isinstance(where, Translation) else raw


def _all(words: str, frame: Frame, allowed: str) -> Iterator[str]:
    yield from personal.emails(words, allowed)
    yield from personal.phones(words, f"{allowed},{frame.settings.district.phone}")
    yield from personal.identity_numbers(words)
    yield from personal.birth_days(words)
