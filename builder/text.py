"""Untrusted words to safe HTML: the one door through which free text reaches a page.

Markdown is read with raw HTML off, so every `<` a writer typed is a letter; nh3 then keeps only the
elements that Markdown can make. Titles and other plain words are only escaped.
"""

from __future__ import annotations

import re
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from builder import literal_marks

DEEPEST = 20
_ELEMENTS = {"p", "br", "strong", "em", "code", "pre", "ul", "ol", "li", "blockquote", "a", "hr"}
# nh3 lets `title` and `lang` stand everywhere where nothing is said of "*".
_ATTRIBUTES = {"*": set[str](), "a": {"href"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto", "tel"}
_CLEANER = nh3.Cleaner(
    tags=_ELEMENTS,
    attributes=_ATTRIBUTES,
    url_schemes=_SCHEMES,
    link_rel="noopener",
    generic_attribute_prefixes=set(),
)


def _reader(deepest: int) -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False, "maxNesting": deepest})
    literal_marks.teach(reader)
    return reader.disable(
        ["image", "heading", "lheading", "html_block", "html_inline", "reference"]
    )


# Words without any character that Markdown or HTML could take for a mark need neither parser;
# most passages are such. A paragraph that begins like a sentence and stays on its line needs no
# search for blocks. The result is the same to the byte (a test says so).
_MARKS = re.compile(r"[\\`*_\[\]<>&\x00-\x1f\x7f-\xa0]")
_UNEVEN = re.compile(
    r"[\\`*_\[\]<>&\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
_SENTENCE = re.compile(r"(?:[“‘«「(]|\*\*)?[^\W\d_][^\n\x00-\x1f\x7f-\x9f]*(?<!\s)")
_MARKDOWN = _reader(DEEPEST)
_SOUNDING = _reader(5 * DEEPEST)  # sees what the other one drops


def plain(words: str) -> Markup:
    """The words themselves: nothing in them is markup."""
    return escape(words)


@lru_cache(maxsize=65536)
def line(words: str) -> Markup:
    """One paragraph with emphasis, code and links, without a `<p>`."""
    if not _MARKS.search(words):
        return Markup(words)
    return _clean(_MARKDOWN.renderInline(" ".join(words.split("\n"))))


@lru_cache(maxsize=65536)
def prose(words: str) -> Markup:
    """Paragraphs, lists and quotes."""
    paragraphs = words.split("\n\n")
    if all(map(_SENTENCE.fullmatch, paragraphs)):
        return Markup("".join(f"<p>{line(one)}</p>\n" for one in paragraphs))
    return _read(words)[0]


@lru_cache(maxsize=65536)
def _read(words: str) -> tuple[Markup, str]:
    """The HTML and the letters at once: nothing takes as long as the parser."""
    tokens = _MARKDOWN.parse(words)
    return _clean(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})), _letters(tokens)


def _clean(html: str) -> Markup:
    return Markup(_CLEANER.clean(html))


# A line of a paragraph, quote or list without marks inside, and simple emphasis, which leaves none.
_PLAIN_LINE = re.compile(
    r"(?:> |[-*] |(?P<number>[0-9]{1,9}[.)] ))?"
    r"(?P<words>[“‘«「(]?(?:[^\W\d_]|\d+(?![\d.)]))[^\\`*_\[\]<>&\x00-\x1f\x7f-\xa0]*"
    r"(?:(?<= )_+(?!\w)[^\\`*_\[\]<>&\x00-\x1f\x7f-\xa0]*)*)"
)
_EMPHASIS = re.compile(
    # The star stands before what must stand before it: so the search goes from one to the next.
    r"(\*(?:(?<=[ “(]\*)|(?<=^\*))\*?)((?!\d+[.)])\w(?:[^*\n]*[\w.,:!?…])?)\1(?=[ .,:;!?)”]|$)",
    re.M,
)


@lru_cache(maxsize=65536)
def shown(words: str) -> str:
    """The letters a reader sees, Markdown's marks taken away: for descriptions and search."""
    if _is_bare(words):
        return words
    told = _plainly(_EMPHASIS.sub(r"\2", words) if "*" in words else words)
    if told is None:
        told = _read(words)[1]
    return " ".join(told.split())


_BLOCK = re.compile(r"[-+*>_`~\d\s]|.*\n")  # what alone may begin more than a paragraph


@lru_cache(maxsize=65536)
def shown_line(words: str) -> str:
    """The same of one paragraph, in which `> ` and `1. ` at the beginning are letters."""
    if not _BLOCK.match(words):
        return shown(words)
    return " ".join(_letters(_MARKDOWN.parseInline(" ".join(words.split("\n")))).split())


def _is_bare(words: str) -> bool:
    """Whether no letter of them is a mark, and no space would fall away."""
    even = words[:1].isalpha() and not words.endswith(" ") and "  " not in words
    return (even and not _UNEVEN.search(words)) or words.isalnum()


def _plainly(words: str) -> str | None:
    """The letters of lines that need no parser to be understood; None where one does."""
    told: list[str] = []
    free = True  # a number begins a list after a blank line or another number, else hardly
    for line in words.split("\n"):
        if not line:
            free = True
            continue
        found = _PLAIN_LINE.fullmatch(line)
        if not found or (found["number"] and not free):
            return None
        free = bool(found["number"])
        told.append(found["words"])
    return " ".join(told)


def _letters(tokens: list[Token]) -> str:
    parts = []
    for token in tokens:
        if token.children:
            parts.append(_letters(token.children))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        else:
            parts.append(token.content)
        if token.block:
            parts.append(" ")
    return "".join(parts)


def depth(words: str) -> int:
    """How deep the Markdown nests; beyond `DEEPEST` parts would be dropped in silence."""
    if all(map(_SENTENCE.fullmatch, words.split("\n\n"))):
        return 1
    return max((token.level for token in _SOUNDING.parse(words)), default=0)


_MARKED = re.compile(r"^([ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]*)*)", re.MULTILINE)


def too_deep(words: str) -> bool:
    """Whether parts of it would be dropped, as nested deeper than `DEEPEST`.

    Each mark at the beginning of a line opens two levels at most, and so does each indent of two.
    """
    if "\n" not in words and words[:1].isalpha():
        return False
    bound = max(2 * len(begin) for begin in _MARKED.findall(words))
    return bound + 3 > DEEPEST and depth(words) > DEEPEST


_WRAPPED = re.compile("[ \n]+")
_WRAP = re.compile(r"(?<!\n)\n(?!\n)|[ \t]\n|\n\n\s")
_FIRST = re.compile(r"\s*1[.)] ")
_BETWEEN = re.compile(r"\s*([-*+] |$)")  # after these a list may begin with any number
_NUMBER = re.compile(r"\s*\d+[.)](?: |$)")
_BESIDE = re.compile(r"\s*\d+[.)] |\d+[.)]$")  # a number alone, indented, ends the item’s sentence
_STARTS = re.compile(r"\s*([-*+]( |$)|\d+[.)]( |$)|```|~~~|#|\||$)")


# A line that is more than a line of a paragraph: quoted, of a list, fenced, a heading, a table.
_LAID_OUT = re.compile(r"\s*(?:[>#|]|[-*+](?: |$)|\d+[.)](?: |$)|```|~~~)")
_QUOTE = re.compile(r"\s*(?:> ?)*")


def joined(words: str) -> str:
    """The same words on one line."""
    return _WRAPPED.sub(" ", words) if "\n" in words or "  " in words else words


def unwrapped(words: str) -> str:
    """The same Markdown with each paragraph on one line, so that wrapping differently in the
    source is no change to a translator."""
    if "\n" not in words or not _WRAP.search(words):
        return words.strip()
    parts = [words] if "```" in words or "~~~" in words else words.split("\n\n")
    return "\n\n".join(map(_unbroken, parts)).strip()


def _unbroken(words: str) -> str:
    """A paragraph, a list or a quote on as few lines as it needs, or all where code is fenced."""
    written = words.split("\n")
    if not any(map(_is_laid_out, written)) and all(map(str.strip, written)):
        return " ".join([written[0].rstrip(), *map(str.strip, written[1:])])
    lines: list[str] = []
    fenced = listed = False
    for line in written:
        mark, rest = _quote(line)
        beside = lines and _BETWEEN.match(_quote(lines[-1])[1])
        begins = _BESIDE if beside else _FIRST if lines else _NUMBER
        listed = bool(rest.strip()) and (listed or bool(begins.match(rest.rstrip())))
        if not fenced and lines and _goes_on(lines[-1], mark, rest, listed):
            lines[-1] += " " + rest.strip()
        else:
            lines.append(line.rstrip())
        lines[-1] += "  " if line.endswith("  ") else ""
        if rest.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
    return "\n".join(lines)


def _is_laid_out(line: str) -> bool:
    """Whether a line is more than one of a paragraph, or asks for a break after it."""
    return bool(_LAID_OUT.match(line)) or line.endswith("  ") or line.rstrip().endswith("\\")


def _quote(line: str) -> tuple[str, str]:
    if ">" not in line:
        return "", line
    mark = _QUOTE.match(line)
    held = mark[0] if mark and ">" in mark[0] else ""
    return held.replace(" ", ""), line[len(held) :]


def _goes_on(before: str, mark: str, rest: str, listed: bool) -> bool:
    """Whether a line is the rest of the paragraph that the line before it began."""
    mark_before, rest_before = _quote(before)
    if mark_before != mark or not rest_before.strip() or before.endswith(("  ", "\\")):
        return False
    if not listed and _NUMBER.match(rest):
        return True  # only a list that begins with 1 may end a paragraph
    return not _STARTS.match(rest) and not rest_before.lstrip().startswith(("```", "~~~"))
