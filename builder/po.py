"""PO files to entries and back: what translators' programs read and write.

Source: GNU gettext manual, “The Format of PO Files”. The plain form is read here, anything else by
Babel, which neither reads the previous English nor writes it as gettext can read it again.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NoReturn

from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, normalize, read_po, unescape

from builder import files, refusals
from builder.entry import Catalog, Entry, entry, too_long
from builder.model.text import State
from builder.reviews import seal

__all__ = ["Catalog", "Entry", "UnreadableError", "entry", "parse", "read", "seal", "write"]

# Nothing is given back, as it would never help, and to remember how takes a hundred times the room.
_WORDS = r'"[^"\\\n]*+(?:\\[ntr"\\][^"\\\n]*+)*+"'
_LINES = rf"{_WORDS}(?:\n{_WORDS})*+"
_ENTRY = re.compile(
    r"\n*+(?P<comments>(?:#(?!~).*\n)*+)"
    rf"(?:msgctxt (?P<context>{_LINES})\n)?"
    rf"msgid (?P<english>{_LINES})\nmsgstr (?P<translation>{_LINES})(?:\n+|\Z)"
)
_NOTE = re.compile(r"(?:#\..*\n)+")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_QUOTED = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"')
_LINE = re.compile(
    rf"\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?{_QUOTED.pattern}\s*)?"
)

MOST_BYTES = 1_000_000
"""Of one file; the largest of the project has a quarter of it."""

_RESTORE = "Open it in Poedit and save it again, or restore it from git."
_SHORTEN = "Translate what the English says, and no more."


class UnreadableError(ValueError):
    """A file that is not PO or hides something; the sentence says what, `line` where."""

    def __init__(self, message: str, line: int, hint: str) -> None:
        super().__init__(message)
        self.line, self.hint = line, hint


def _no_po(why: str, line: int) -> UnreadableError:
    return UnreadableError(f"this is not a PO file: {why}", line, _RESTORE)


def read(file: Path) -> Catalog:
    """The entries of a PO file by address; empty where the file does not exist.

    Raises UnreadableError where it is not PO, too large, or holds what no file may hold.
    """
    return parse(files.bounded(file)) if file.is_file() else {}


def parse(data: bytes) -> Catalog:
    """The same as `read`, from bytes."""
    if len(data) > MOST_BYTES:
        what = f"this file is larger than {MOST_BYTES // 1_000_000} MB"
        raise UnreadableError(what, 1, "Restore it from git.")
    try:
        words = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _no_po("a byte is not UTF-8 text", line) from None
    if refusals.hidden(words):
        _refuse(words)
    found = _plain(words)
    if found is None:
        messages = (one for one in _messages(words) if one.id)
        found = {one.context or str(one.id): _entry(one) for one in messages}
    if told := too_long(found):
        raise UnreadableError(told[0], _line_of(told[1], words), _SHORTEN)
    return found


def _line_of(address: str, words: str) -> int:
    """Where the entry stands, or the first line."""
    told = (f"{name} {normalize(address, width=0)}\n" for name in ("msgctxt", "msgid"))
    at = max(words.find(one) for one in told)
    return words.count("\n", 0, max(at, 0)) + 1


def _refuse(words: str) -> NoReturn:
    """Say where the first hidden character stands; a tab is none in this form."""
    told = (one for one in refusals.characters(words) if words[one[0]] != "\t")
    offset, what, hint = min(told)
    raise UnreadableError(what, words.count("\n", 0, offset) + 1, hint)


def _plain(words: str) -> Catalog | None:
    """The entries of the form that we and Poedit write; None where anything else stands.

    Thousands of small files are read in a build, and Babel makes a catalog with a locale and a
    parsed header of each, which costs more than the entries.
    """
    found: dict[str, Entry] = {}
    end = 0
    # One match after the other: a search would try every place of a file that is no PO file.
    while match := _ENTRY.match(words, end):
        end = match.end()
        if match["english"] == '""':
            continue
        english, translation = _unquoted(match["english"]), _unquoted(match["translation"])
        address = _unquoted(match["context"]) if match["context"] else english
        if address in found:  # gettext refuses it, too
            line = words.count("\n", 0, match.start("english")) + 1
            raise _no_po(f"{refusals.quoted('', address)} stands twice", line)
        comments = match["comments"]
        if comments and not _NOTE.fullmatch(comments):
            lines = comments.splitlines()
            own = _is_own(address, (line[1:] for line in lines if line.startswith("#|")))
            found[address] = _commented(english, translation if own else "", lines)
        else:
            state = State.DRAFT if translation else State.MISSING
            found[address] = Entry(english, translation, state)
    return None if words[end:].strip() else found


def _commented(english: str, translation: str, lines: list[str]) -> Entry:
    """An entry above which more stands than a note for translators."""
    flags = {one.strip() for line in lines if line.startswith("#,") for one in line[2:].split(",")}
    comments = tuple(line[1:].strip() for line in lines if line[1:2] in ("", " "))
    previous = _previous(line[1:] for line in lines if line.startswith("#|"))
    return entry(english, translation, previous, comments, _flags(flags))


def _flags(flags: Iterable[str]) -> frozenset[str]:
    """The flags but those that a program guessed from a percent sign or a brace."""
    return frozenset(one for one in flags if not one.startswith("python-"))


def _unquoted(lines: str) -> str:
    words = lines[1:-1].replace('"\n"', "") if "\n" in lines else lines[1:-1]
    return _ESCAPE.sub(lambda match: _ESCAPES[match[1]], words) if "\\" in words else words


def _messages(words: str) -> Iterable[Message]:
    for number, line in enumerate(words.split("\n"), start=1):
        if not _LINE.fullmatch(line):  # Babel would guess where the words end
            raise _no_po("this is neither a comment nor words in quotes", number)
    try:
        return read_po(io.StringIO(words), abort_invalid=True)
    except PoFileError as error:
        message = str(error).rpartition(" on ")[0] or "it breaks off"
        raise _no_po(message, int(error.lineno) + 1) from None
    except (ValueError, LookupError) as error:
        raise _no_po(f"its header cannot be read, {error}", 1) from None


def _entry(message: Message) -> Entry:
    words = message.string if isinstance(message.string, str) else ""
    words = words if _is_own(message.context or "", message.user_comments) else ""
    comments = tuple(one for one in message.user_comments if not one.startswith("|"))
    previous = _previous(message.user_comments)
    return entry(str(message.id), words, previous, comments, _flags(message.flags))


def _previous(comments: Iterable[str]) -> str:
    """The words of the lines `#| msgid "…"`, which Babel takes for a person's comments."""
    _, found, quoted = _old(comments).partition("msgid ")
    return "".join(unescape(one) for one in _QUOTED.findall(quoted)) if found else ""


def _is_own(address: str, comments: Iterable[str]) -> bool:
    """Whether the translation was made for this passage: msgmerge guesses with that of another."""
    context, found, _ = _old(comments).partition("msgid ")
    of_another = bool(found) and context.startswith("msgctxt ")
    return not of_another or "".join(unescape(one) for one in _QUOTED.findall(context)) == address


def _old(comments: Iterable[str]) -> str:
    return " ".join(one[1:].strip() for one in comments if one.startswith("|"))


def write(
    entries: Mapping[str, Entry], notes: Mapping[str, str], language: str, about: str
) -> bytes:
    """The PO file of these entries by address; a note for translators may have several lines."""
    blocks = [_header(language, about)]
    blocks += [_block(address, entry, notes.get(address)) for address, entry in entries.items()]
    return "".join(blocks).encode()


def _block(address: str, entry: Entry, note: str | None) -> str:
    lines = [f"# {comment}".rstrip() for comment in entry.comments]
    lines += [f"#. {line}" for line in (note or "").splitlines()]
    if entry.flags:
        lines.append("#, " + ", ".join(sorted(entry.flags)))
    if entry.previous:
        quoted = f"msgid {normalize(entry.previous, width=0)}"
        lines += [f"#| {line}" for line in quoted.split("\n")]
    if address != entry.english:
        lines.append(f"msgctxt {normalize(address, width=0)}")
    lines.append(f"msgid {normalize(entry.english, width=0)}")
    lines.append(f"msgstr {normalize(entry.translation, width=0)}")
    return "\n".join([*lines, "", ""])


def _header(language: str, about: str) -> str:
    lines = (
        f"# {about}",
        "# Machine drafts stay drafts until a person has reviewed them.",
        'msgid ""',
        'msgstr ""',
        '"Project-Id-Version: AI-literacy curriculum\\n"',
        f'"Language: {language.replace("-", "_")}\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=UTF-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
    )
    return "\n".join([*lines, "", ""])
