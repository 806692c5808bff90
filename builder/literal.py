"""Words of the curriculum as GitHub's Markdown shows them: as letters, whatever they are.

A backslash keeps a letter from being markup, but GitHub looks for names of people, numbers of
issues, commits and addresses in what comes out; there a space without width stands in between.
"""

from __future__ import annotations

import re
import unicodedata

_MARKUP = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|~@&=]")
_BACKSLASHED = re.compile(r"\\(.)")
# Where a mention, an issue, an address, a commit would begin.
_BEGINS = re.compile(
    r"[@#]|:(?=//)|\bwww(?=\.)|\bgh-(?=\d)|\b[0-9a-f]{6}(?=[0-9a-f]{1,34}\b)", re.IGNORECASE
)
_BREAK = "&#8203;"
_JOINERS = "\u200c\u200d"  # Persian and Khmer are not written without them


def literal(words: str) -> str:
    """The words on one line, none of them markup, a mention, a number of an issue or a link."""
    line = "".join("·" if _hidden(one) else one for one in re.sub(r"\s+", " ", words))
    parts, at = [], 0
    for found in _BEGINS.finditer(line):
        parts += [_escaped(line[at : found.end()]), _BREAK]
        at = found.end()
    return "".join([*parts, _escaped(line[at:])])


def in_element(words: str) -> str:
    """The same between tags of HTML, where a backslash is a letter like others."""
    return _BACKSLASHED.sub(lambda found: f"&#{ord(found[1])};", literal(words))


def _escaped(words: str) -> str:
    """A dollar sign would begin a formula; GitHub says that an element of its own keeps it one."""
    return _MARKUP.sub(r"\\\g<0>", words).replace("$", "<span>$</span>")


def _hidden(letter: str) -> bool:
    """Whether it would turn the order of letters about, or is none."""
    return letter not in _JOINERS and unicodedata.category(letter)[0] == "C"
