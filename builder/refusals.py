"""What a YAML or PO file may not hold, in plain words: characters that hide, broken syntax."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

MOST_SAID = 50  # of one kind in one file; who has more will mend the first ones first
LONGEST_NAME = 60

_TAB = re.compile("\t")
# C0 and C1 controls, line separators YAML would count as lines, a stray byte-order mark.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# Overrides and isolates can make a reviewer read other words than a reader gets (Trojan Source);
# the joiners and the plain marks U+200B–200F and U+061C are needed by real languages.
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")

_HIDDEN = re.compile(f"{_CONTROLS.pattern}|{_BIDI.pattern}")

_REFUSED = (
    (_TAB, "a tab stands here", "Use spaces: two for each level."),
    (_CONTROLS, "a control character stands here", "Delete it; most editors do not show it."),
    (_BIDI, "a character that reorders text stands here", "Delete it; the page sets direction."),
)

_LOOK = "Look at indents, quotes, and colons inside unquoted text, here or just above."
# libyaml's words → (ours, the remedy)
_SYNTAX: Mapping[str, tuple[str, str]] = {
    "mapping values are not allowed in this context": (
        "a colon stands inside unquoted text, or a line is indented too far",
        "Put the text in double quotes, or move the line to the left.",
    ),
    "could not find expected ':'": (
        "a line without “name:” stands here or just above",
        "Indent it under the text it belongs to, or give it a name.",
    ),
    "did not find expected key": (
        "something stands here that is no “name: value” line",
        "Look at the indent, and at quotes inside quoted text.",
    ),
    "found character that cannot start any token": (
        "unquoted text may not begin with this character",
        "Put the whole text in double quotes.",
    ),
    "did not find expected alphabetic or numeric character": (
        "unquoted text may not begin with * or &",
        "Put the whole text in double quotes.",
    ),
    "block sequence entries are not allowed in this context": (
        "a list cannot begin on the line of its name",
        "Begin it on the next line.",
    ),
    "did not find expected ',' or ']'": ("a comma or ] is missing", "Close the list with ]."),
    "did not find expected ',' or '}'": ("a comma or } is missing", "Close the fields with }."),
    "found unknown escape character": (
        "after \\ in double quotes stands a letter that means nothing",
        "Write \\\\ for a backslash, or use single quotes.",
    ),
}


def characters(text: str) -> Iterator[tuple[int, str, str]]:
    """Each refused character: its offset, what it is, the remedy."""
    if "\t" not in text and not hidden(text):
        return  # one look instead of three
    for pattern, what, hint in _REFUSED:
        for match in islice(pattern.finditer(text), MOST_SAID):
            name = f" (U+{ord(match[0]):04X})" if match[0] != "\t" else ""
            yield match.start(), what + name, hint


def hidden(words: str) -> bool:
    """Whether the words hold a character that no file may hold, not even made by an escape."""
    return bool(_HIDDEN.search(words))


def syntax(error: Any) -> tuple[Any, str, str]:
    """Where the parser's mark for an error is, what is wrong, the remedy."""
    problem = getattr(error, "problem", None) or "this is not YAML"
    if getattr(error, "context", None) == "while scanning a quoted scalar":
        return error.context_mark, "these quotes are never closed", "Close them at the text's end."
    said = f"the file cannot be read on from here: {problem}"
    what, hint = _SYNTAX.get(problem, (said, _LOOK))
    return getattr(error, "problem_mark", None), what, hint


def quoted(sign: str, name: str | None) -> str:
    """A name from the file, cut where it is too long to be read."""
    name = name or ""
    return f"“{sign}{name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + '…'}”"
