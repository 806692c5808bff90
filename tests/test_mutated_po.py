"""PO files, damaged or planted in every way we know: what readers get has passed the rules."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping
from random import Random

import projects
import pytest
from bombs import assert_cheap
from mutations import ANY, Mutation
from promises import LONG, Tried

from builder import build, po, rules, translations
from builder.finding import Severity
from builder.interface import interface_path, interface_words
from builder.model.base import Document, texts
from builder.model.text import State, Text, Title
from builder.po import MOST_BYTES
from builder.rules.engine import Translation
from builder.site import Site

CASES = 500 if LONG else 60
NUMBER, HOST = "5550142", "planted.example"
PLANTED = (
    *(f"Llame {NUMBER}", f"[Lea](https://{HOST}/)", f"Vea https://{HOST}/a"),
    *(f"{{planted}} {NUMBER}", f"<b>{NUMBER}</b>", f"**{NUMBER}**"),
    *("**planted**", "__planted__", "- planted", "7. planted", "> planted", "planted\\n\\n---"),
    *("{planted}", "{number} {number}"),
    *("```\\nplanted\\n```", "    planted", "planted  \\nplanted", "[planted]()", "***planted***"),
)
MARKS = ("strong", "ul", "ol", "li", "blockquote", "hr", "pre", "br", "a")
"""What words make of a page beside paragraphs; words in italics are free."""
WORDS = "Print"
"""Words of the site that are one line."""

pytestmark = pytest.mark.promise("catalogs")


def planted(chance: Random, data: bytes) -> bytes:
    """Words that lead elsewhere stand in an entry, as they are."""
    return _entry(chance, data, lambda english, words: ("", english, words))


def marked(chance: Random, data: bytes) -> bytes:
    """They are marked as needing work."""
    return _entry(chance, data, lambda english, words: ("#, fuzzy\n", english, words))


def guessed(chance: Random, data: bytes) -> bytes:
    """They say that they were made from the same words in earlier English."""
    return _entry(
        chance, data, lambda english, words: (f'#, fuzzy\n#| msgid "{words}"\n', english, words)
    )


def forged(chance: Random, data: bytes) -> bytes:
    """The entry says that they are its English."""
    return _entry(chance, data, lambda _, words: ("", words, words))


def obsolete(chance: Random, data: bytes) -> bytes:
    """Each entry stands once more as one that is no longer used."""
    told = [_with(one, chance.choice(PLANTED)) for one in _blocks(data)[1:]]
    lines = "\n\n".join(told).split("\n")
    return data + "\n".join(["", *(f"#~ {one}" if one else "" for one in lines), ""]).encode()


def twice(chance: Random, data: bytes) -> bytes:
    """An entry stands twice, once with them."""
    told = _with(chance.choice(_blocks(data)[1:]), chance.choice(PLANTED))
    return data + f"{told}\n".encode()


def moved(chance: Random, data: bytes) -> bytes:
    """An entry stands at the address of another."""
    blocks = _blocks(data)
    told = [one for one in blocks if one.startswith("msgctxt")]
    if len(told) < 2:
        return data
    one, other = chance.sample(told, 2)
    line = other.partition("\n")[0]
    blocks[blocks.index(one)] = f"{line}\n{one.partition(chr(10))[2]}"
    return ("\n\n".join(blocks) + "\n").encode()


def several(chance: Random, data: bytes) -> bytes:
    """An entry has forms for one and for many."""
    words = chance.choice(PLANTED)
    told = f'\nmsgid "{WORDS}"\nmsgid_plural "{WORDS}"\nmsgstr[0] "{words}"\nmsgstr[1] "{words}"\n'
    return data + told.encode()


def headed(chance: Random, data: bytes) -> bytes:
    """The header says something impossible."""
    header = chance.choice((b"charset=klingon", b"charset=utf-7", b"charset=UTF-8\\nX: \\x41"))
    return data.replace(b"charset=UTF-8", header)


def long(chance: Random, data: bytes) -> bytes:
    """A translation is as long as a book."""
    words = chance.choice(("w " * 300_000, "w " * 9_900, "*" * 19_000, "[" * 19_000, "> " * 9_000))
    return _entry(chance, data, lambda english, _: ("", english, words))


def _with(block: str, words: str) -> str:
    """The entry with these words as its translation, without its comments."""
    told = re.sub(r"^#.*\n", "", block, flags=re.M)
    return re.sub(r"msgstr .*", lambda _: f'msgstr "{words}"', told, flags=re.S)


def _blocks(data: bytes) -> list[str]:
    return data.decode().rstrip("\n").split("\n\n")


def _entry(
    chance: Random, data: bytes, change: Callable[[str, str], tuple[str, str, str]]
) -> bytes:
    """The file with another comment, English and translation in one entry."""
    blocks = _blocks(data)
    at = chance.randrange(1, len(blocks))
    before, _, rest = blocks[at].partition('msgid "')
    english = rest.partition('"\nmsgstr ')[0]
    comment, english, words = change(english, chance.choice(PLANTED))
    blocks[at] = f'{comment}{before}msgid "{english}"\nmsgstr "{words}"'
    return ("\n\n".join(blocks) + "\n").encode()


PO: Mapping[str, Mutation] = {
    **ANY,
    **{
        one.__name__: one
        for one in (planted, marked, guessed, forged, obsolete, twice, moved, several, headed, long)
    },
}


HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def bomb(part: str, begin: str = "", end: str = "", *, numbered: bool = False) -> bytes:
    """A PO file as large as one may be: the part again and again, or with a number each time."""
    numbers = itertools.count(100_000)
    room = MOST_BYTES - len(HEADER) - len(begin) - len(end)
    size = len((part % next(numbers) if numbered else part).encode())
    each = (part % next(numbers) if numbered else part for _ in range(room // size))
    return f"{HEADER}{begin}{''.join(each)}{end}".encode()


ENTRY = 'msgid "%d"\nmsgstr "a"\n\n'
BOMBS = {
    "entries": bomb(ENTRY, numbered=True),
    "entries in a form that Babel reads": bomb(ENTRY, "#~ a\n", numbered=True),
    "addresses": bomb(f'msgctxt "%d"\n{ENTRY % 1}', numbered=True),
    "flags": bomb(f'#, fuzzy\n#| msgid "a"\n{ENTRY}', numbered=True),
    "obsolete entries": bomb('#~ msgid "%d"\n#~ msgstr "a"\n\n', numbered=True),
    "forms of many": bomb('msgid "%d"\nmsgid_plural "a"\nmsgstr[0] "a"\n\n', numbered=True),
    "forms of one entry": bomb('msgstr[%d] "a"\n', 'msgid "a"\nmsgid_plural "a"\n', numbered=True),
    "the same entry": bomb(ENTRY % 1),
    "one long text": bomb("a", 'msgid "a"\nmsgstr "', '"\n'),
    "lines of one text": bomb('""\n', 'msgid "a"\nmsgstr ""\n'),
    "lines of an English": bomb('""\n', 'msgid ""\n'),
    "lines of an address": bomb('"a"\n', 'msgctxt ""\n'),
    "escapes": bomb("\\\\", 'msgid "a"\nmsgstr "', '"\n'),
    "escapes that never close": bomb("\\\\", 'msgid "a"\nmsgstr "'),
    "escapes that mean nothing": bomb("\\x", 'msgid "a"\nmsgstr "', '"\n'),
    "quotes": bomb('"', 'msgid "a"\nmsgstr '),
    "open quotes": bomb('"\n'),
    "comments": bomb("#\n"),
    "notes": bomb("#. a\n", end=ENTRY % 1),
    "earlier English": bomb('#| "a"\n', '#| msgid ""\n', ENTRY % 1),
    "marks": bomb(",fuzzy", "#, fuzzy", f"\n{ENTRY % 1}"),
    "places": bomb(" a:1", "#: a:1", f"\n{ENTRY % 1}"),
    "empty lines": bomb("\n"),
    "spaces": bomb(" "),
    "tabs": bomb("\t"),
    "hidden characters": bomb("\u202e"),
    "lines of the header": bomb('"A: b\\n"\n', 'msgid ""\nmsgstr ""\n'),
    "ends of lines": bomb("\r"),
    "open lists": bomb("[", 'msgid "a"\nmsgstr "', '"\n'),
}
READ = """
from builder import po
def answer(data):
    try:
        po.parse(data)
    except po.UnreadableError as error:
        assert 0 < len(str(error)) < 300 and error.line > 0 and error.hint
"""


def test_a_bomb_of_a_po_file_takes_neither_time_nor_memory(tried: Tried) -> None:
    for name, data in BOMBS.items():
        assert 0 <= MOST_BYTES - len(data) < 1000, name
    assert_cheap(READ, BOMBS)
    tried("bombs of PO files", len(BOMBS))


def test_a_po_file_above_one_megabyte_is_not_read() -> None:
    data = BOMBS["comments"]
    room = b" " * (MOST_BYTES - len(data))
    assert po.parse(data + room) == {}
    with pytest.raises(po.UnreadableError, match="this file is larger than 1 MB"):
        po.parse(data + room + b" ")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A project with translations that nothing was built of."""
    return build.unchecked(projects.make(tmp_path_factory.mktemp("mutated") / "project"))


@pytest.mark.parametrize("part", range(4))
def test_nothing_is_shown_that_the_rules_have_not_read(part: int, site: Site, tried: Tried) -> None:
    documents: dict[str, Document | None] = {interface_path("es"): None}
    for one in site.curriculum.entries:
        documents[translations.path_of(one.document, "es")] = one.document
    there = sorted(path for path in documents if (site.root / path).is_file())
    numbers = range(part, CASES, 4)
    for number in numbers:
        chance = Random(number)
        # Every third time it is the words of the site: there is one such file among many.
        path = chance.choice(there) if number % 3 else interface_path("es")
        name, before = list(PO)[number % len(PO)], (site.root / path).read_bytes()
        try:
            (site.root / path).write_bytes(PO[name](chance, before))
            examined(site, path, documents[path], po.parse(before))
        except Exception as error:
            error.add_note(f"case {number}: {path}, {name}")
            raise
        finally:
            (site.root / path).write_bytes(before)
    tried("damaged or planted PO files", len(numbers))


def examined(
    clean: Site, path: str, document: Document | None, before: translations.Catalog
) -> None:
    """Hold what readers get against what stood there, the English, and what the rules have read."""
    site = Site(clean.root, clean.settings, clean.curriculum, translations.Catalogs(clean.root))
    unread = list(site.catalogs.unreadable([path]))
    for one in unread:
        assert (one.path, one.rule) == (path, "unreadable-po")
        assert one.line >= 1
        assert one.message
        assert one.hint
    if unread:
        return
    english = english_of(site, document)
    policy = site.settings.language("es")
    translation = Translation(document, policy, path, site.catalogs[path], tuple(english.values()))
    found = rules.flaws(translation, site.curriculum, site.settings)
    if any(one.severity is Severity.ERROR for _, one in found):
        return  # nothing is built
    read = {passage.address: told.words for passage, told in translation.told}
    for address, told in shown(site, document).items():
        known = before[address].translation if address in before else ""
        if told.words not in (known, english[address].words, read.get(address)):
            assert told.state is State.STALE
        if document is None:
            places = re.compile(r"\{\w+\}").findall
            assert sorted({*places(told.words)}) == sorted({*places(english[address].words)})
        for mark in MARKS:
            assert told.html.count(f"<{mark}") <= english[address].html.count(f"<{mark}")
        if told.form != "words":  # what people type into the search is shown nowhere
            assert NUMBER not in told.words
            assert HOST not in told.words


def english_of(site: Site, document: Document | None) -> dict[str, Text]:
    """The English passages by address."""
    if document is None:
        return {one: Title(one, one) for one in interface_words(site.settings)}
    return {one.address: one for one in texts(document, careful=document.careful)}


def shown(site: Site, document: Document | None) -> dict[str, Text]:
    """What readers of Spanish get, by address."""
    if document is None:
        told = site.reader("es").words
        there = [one for one in english_of(site, None) if one in told]
        return {one: Title(told[one].unescape(), one, "es", State.DRAFT) for one in there}
    done = site.translated("es", type(document), document.id)
    return {one.address: one for one in texts(done)}
