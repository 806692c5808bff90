"""A review by a person, as it stands above a passage in a PO file: a comment with name, day, seal.

The one idea: the seal is made from both sides, so that a review lapses by itself when the English
or the translation changes. What a machine signs is no review.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from builder import refusals

_MARK = re.compile(r"^Reviewed by (?P<by>.+), (?P<on>\d{4}-\d\d-\d\d) \((?P<seal>[0-9a-f]{12})\)$")
LONGEST_NAME = 100
# “Ai Tanaka” is a person: the two letters count in capitals only.
_SAYS_AI = re.compile(r"\b(?:AI|A\.I\.|IA|ИИ)(?!\w)")
_SAYS_MACHINE = re.compile(
    r"\b(?:machines?|m[aá]quinas?|машин\w*|automat\w*|autom[aá]tic\w*|artificial|neural|"
    r"(?:chat)?bots?|robots?|llms?|language models?|(?:chat)?gpt[\w.-]*|openai|anthropic|"
    r"copilot|deepl|mistral|google translate|google translator)(?!\w)|[机機][器翻]",
    re.IGNORECASE,
)
# These are names of people too, so they count only alone or with a version.
_PRODUCT = re.compile(
    r"(?:ai|claude|gemini|bard|llama|alexa|siri|grok)"
    r"(?:[\s-]+(?:[\d.]+|opus|sonnet|haiku|pro|flash|ultra|code|advanced))*",
    re.IGNORECASE,
)


def seal(english: str, translation: str) -> str:
    """Twelve hex digits that change with either side."""
    return hashlib.sha256(f"{english}\0{translation}".encode()).hexdigest()[:12]


def mark(by: str, on: str, english: str, translation: str) -> str:
    """The comment that says who reviewed these words, and when."""
    return f"Reviewed by {by.strip()}, {on} ({seal(english, translation)})"


def reviewer(comment: str) -> str:
    """Who signed the comment, if it has the form of a review."""
    found = _MARK.match(comment)
    return found["by"] if found else ""


def holds(comment: str, english: str, translation: str) -> bool:
    """Whether the comment is a review of these very words by a person."""
    found = _MARK.match(comment)
    return bool(found and found["seal"] == seal(english, translation) and not fault(found["by"]))


def reviewed(comments: Iterable[str], english: str, translation: str) -> bool:
    """Whether one of the comments is a review of these very words by a person."""
    return any(holds(one, english, translation) for one in comments)


def reviewed_on(comments: Iterable[str], english: str, translation: str) -> date | None:
    """The day of the last review of these very words; None where there is none, or no such day."""
    days = (_MARK.match(one) for one in comments if holds(one, english, translation))
    with suppress(ValueError):
        return max((date.fromisoformat(one["on"]) for one in days if one), default=None)
    return None


def fault(name: str) -> str:
    """Why the name cannot stand under a review; nothing where it can."""
    words = name.strip()
    if _SAYS_AI.search(words) or _SAYS_MACHINE.search(words) or _PRODUCT.fullmatch(words):
        return "that is not a person; what a machine wrote stays a draft"
    return unfit(name)


def unfit(name: str) -> str:
    """Why nothing can be signed with the name, by a person or a machine; nothing where it can."""
    words = name.strip()
    if not words:
        return "a name is needed, or the role of a person"
    if refusals.hidden(words) or "\n" in words or "\t" in words:
        return "the name holds a character that hides or breaks the line"
    return "" if len(words) <= LONGEST_NAME else f"it is longer than {LONGEST_NAME} letters"
