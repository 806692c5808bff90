"""What points to one person: e-mail addresses, phone numbers, numbers of a person, days of birth.

The one idea: words are made plain first (digits of any script, dashes and spaces of any kind), so
that one pattern finds the same thing in every language. Each function gives what it finds as it is
written, and looks closely only where its clue stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache

from babel.dates import get_month_names

from builder import late
from builder.model.base import Document
from builder.model.text import Text
from builder.rules import personal_words as announced
from builder.rules.passages import Clues, lines_near
from builder.rules.subject import Flaw, Frame, Problem, Translation, within

Finder = Callable[[str], Iterator[str]]


# One search for one of these goes through a whole file; in most nothing is near, or little.
AT: Clues = (
    *("@", "＠", "%40", "dot", "punto"),
    late.pattern(r"[\[({（［｛]\s?(?:at|arroba)\b"),
)
"""What every e-mail address has."""
# Where Unicode has digits: to look for \d alone takes three times as long.
_DIGIT_HERE = "[0-9\u0660-\u1c59\ua620-\uabf9\uff10-\uff19\U000104a0-\U0001fbf9](?<=\\d)"
DIGITS: Clues = (late.pattern(rf"{_DIGIT_HERE}(?:\d{{3}}|\D\d\d?\D\d\d|(?:[\W_ー]*\d){{5}})"),)
"""What every day with its year has, and every number of a person or a phone: six digits."""


def problems(
    where: Document | Translation, frame: Frame, clues: Clues, finder: Finder, says: str, hint: str
) -> Iterator[Problem | Flaw]:
    """What the finder finds in the passages, once in each; `says` comes after the quoted words.

    Only those are looked at in which one of the clues stands.
    """
    near = where.near(clues) if isinstance(where, Translation) else frame.near(where, clues)
    for passage in near:
        told: list[str] = []
        for hit in _both(passage, finder):
            if any(hit in before for before in told):
                continue
            told.append(hit)
            message = f"“{hit}” {says}"
            if isinstance(where, Translation):
                yield Flaw(passage.address, message, hint, hit)
            else:
                yield within(where, passage, message, hint, hit)


def written(where: Document | Translation, frame: Frame) -> Sequence[Text]:
    """Every passage of the document, or all that the PO file holds, stale or not."""
    return where.written if isinstance(where, Translation) else frame.passages(where)


def _both(passage: Text, finder: Finder) -> Iterator[str]:
    """Links stand in the words as written; marks such as ** stand between them there alone."""
    yield from finder(passage.words)
    if passage.shown != passage.words:
        yield from finder(passage.shown)


_MARKS = late.pattern("[\u200b-\u200f\u061c\u2060\u00ad]")
_DIGIT = late.pattern(r"[^\D0-9]")
_PLAIN = {
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212\uff0d\u30fc"), "-"),
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u3000"), " "),
    **{0xFEE0 + code: chr(code) for code in range(0x21, 0x7F)},  # full width, as in Chinese
}


@lru_cache(maxsize=64)  # the same line is looked at for one thing after the other
def _plain(words: str) -> str:
    """The words with ASCII digits, hyphens, spaces and points; as long as before, but for marks."""
    if words.isascii():
        return words
    plain = _MARKS.sub("", words).translate(_PLAIN)
    return _DIGIT.sub(lambda digit: str(int(digit[0])), plain)


def _hits(lines: Iterable[str], *patterns: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Each match as it is written, and made plain."""
    for line in lines:
        plain = _plain(line)
        written = line if len(line) == len(plain) else plain
        for pattern in patterns:
            for hit in pattern.finditer(plain):
                start, end = hit.span("it") if "it" in pattern.groupindex else hit.span()
                yield written[start:end], plain[start:end]


_LONG = late.pattern(r"[0-9](?:[-. /()]{0,3}[0-9]){5}")


# E-mail. The name of a domain ends with letters: `5 @ 3.50` is a price.
_AT = r"(?: ?@ ?| ?[\[({] ?(?:at|arroba) ?[\])}] ?|%40)"
_DOT = r"(?:\.| ?[\[({] ?(?:dot|punto) ?[\])}] ?)"
_ASCII = rf"(?:[A-Za-z0-9-]{{1,63}}{_DOT}){{1,8}}[A-Za-z]{{2,24}}(?![A-Za-z0-9-])"
_ANY = rf"(?:[\w-]{{1,63}}{_DOT}){{1,8}}[^\W\d_]{{2,24}}"
_EMAIL = late.pattern(
    rf"(?<![\w.+-])[\w.+'-]{{1,64}}{_AT}(?:{_ASCII}|{_ANY})"
    r"|(?<![\w.+-])[\w.+-]{2,64} (?:at|arroba) [\w-]{2,63}"
    r"(?: (?:dot|punto) [\w-]{2,63}){0,3} (?:dot|punto) (?:com|org|net|edu|gov|us|mx|info|io)\b"
)
_EMAIL_CLUE = late.pattern(
    r"[@＠]|%40|[\[({（［｛]\s?(?:at|arroba)\b|\b(?:at|arroba)\s[\w-]{2,63}\s(?:dot|punto)\b"
)
_DOMAIN = late.pattern(r"(?:@|%40|\b(?:at|arroba)\b)[\])} ]*(.+)")
# Set aside for examples by RFC 2606, which leaves out .edu; example.edu belongs to nobody either.
_NOBODYS = late.pattern(r"(?:.*\.)?(?:example(?:\.(?:org|com|net|edu))?|test|invalid)")


def emails(words: str, allowed: str = "") -> Iterator[str]:
    """E-mail addresses, spelled out ones too, but for those of nobody and of allowed domains."""
    for hit, plain in _hits(filter(_EMAIL_CLUE.search, lines_near(words, AT)), _EMAIL):
        found = _DOMAIN.search(plain.lower())
        domain = re.sub(r"[\[({ ]+(?:dot|punto)[\])} ]+", ".", found[1]) if found else ""
        if domain not in _domains(allowed) and not _NOBODYS.fullmatch(domain):
            yield hit


def _domains(listed: str) -> set[str]:
    return {domain.lower() for domain in re.split(r"[\s,]+", listed) if domain}


# Phones: North American; any country's with +; as they are written in the countries of our
# languages; and bare digits only after a word that announces them.
# Chinese, Japanese and Korean put no space between words and digits.
_FREE, _END = r"(?<![A-Za-z0-9_./+-])(?<!\d[ (])", r"(?![A-Za-z0-9_-]|\.\d| \d)"
_PHONE = late.pattern(
    r"(?:(?<![A-Za-z0-9_./-])|(?<=tel:))(?:\+?1[-. ]?)?"
    r"(?:\([2-9]\d\d\)[ -]?[2-9]\d\d[-. ]|[2-9]\d\d(?P<by>[-. /])[2-9]\d\d(?:(?P=by)|-))\d{4}"
    r"(?![A-Za-z0-9_-]|\.\d)"
    r"|(?<=tel:)\+?1?[2-9]\d{9}(?!\d)"
)
_ABROAD = late.pattern(
    rf"(?<![A-Za-z0-9_.+-])\+(?!1\b|1[2-9]\d\d)[1-9]\d{{0,2}}(?:[ .-]?\(?\d{{1,5}}\)?){{1,6}}{_END}"
    rf"|{_FREE}0\d{{1,3}}(?P<one>[ -])\d{{3,4}}(?P=one)\d{{3,4}}{_END}"
    rf"|{_FREE}0\d{{2}}(?P<two>[ -])\d\d(?:[ -]\d\d){{2}}{_END}"
    rf"|{_FREE}1[3-9]\d(?P<three>[ -])\d{{4}}(?P=three)\d{{4}}{_END}"
    rf"|{_FREE}8[ -]?\(?9\d\d\)?[ -]\d{{3}}[ -]\d\d[ -]\d\d{_END}"
)
_TOLD = late.pattern(
    rf"(?:{announced.PHONE})[^\d\n.!?。]{{0,24}}(?P<it>[2-9]\d\d-\d{{4}}|1?[2-9]\d\d[2-9]\d{{6}}"
    rf"|0[1-9]\d{{8,9}}|1[3-9]\d{{9}}|[1-9]\d(?: \d{{4}}){{2}}){_END}",
    re.IGNORECASE,
)
_PHONE_CLUE = late.pattern(r"\d\d\D{0,3}\d\d")
_TOLL_FREE = {"800", "833", "844", "855", "866", "877", "888"}


def phones(words: str, allowed: str = "") -> Iterator[str]:
    """Phone numbers, but for made-up ones (555), help lines and those allowed, between commas."""
    known = _numbers(allowed)
    near = (one for one in lines_near(words, DIGITS) if _PHONE_CLUE.search(one))
    long = (one for one in near if _LONG.search(_plain(one)))
    for hit, plain in _hits(long, _PHONE, _ABROAD, _TOLD):
        digits = _digits(plain)
        last = digits[-10:]
        if last in known or last[:3] in _TOLL_FREE or "555" in (last[:3], last[3:6]):
            continue
        if set(digits) <= {"0", "1"} or digits.startswith("555"):  # bits; a made-up local number
            continue
        if 7 <= len(digits) <= 15 and not (plain.startswith("+") and len(digits) < 9):
            yield hit


@cache
def _numbers(listed: str) -> frozenset[str]:
    return frozenset(_digits(number)[-10:] for number in listed.split(","))


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


# Numbers of a person. 987-65-432x is set aside for advertisements by the Social Security
# Administration, and no number begins with 000 or 666.
_SOCIAL = late.pattern(
    rf"{_FREE}(?!000|666|987-65-432)\d{{3}}-\d{{2}}-\d{{4}}{_END}"
    rf"|{_FREE}\d{{6}}[MFX]\d{{3}}{_END}"
)
_NUMBER = late.pattern(
    rf"(?:{announced.SOCIAL})[^\d\n.!?。]{{0,16}}\d{{3}}[-. ]?\d{{2}}[-. ]?\d{{4}}(?![A-Za-z0-9_-])"
    r"|(?<!video )(?<!Video )(?<!image )(?<!order )(?<!Order )(?<!document )(?<!post )(?<!item )"
    rf"(?:{announced.STUDENT})[^\w\n.!?。]{{0,3}}(?:is|es|ay|là|هو|は|是|ը|է)?[^\w\n.!?。]{{0,4}}"
    r"(?:[A-Z]{1,3}-?)?\d(?:[ -]?\d){5,11}(?![A-Za-z0-9_-])"
)
_NUMBER_CLUE = late.pattern(r"\d\d[\W_]?\d")


def identity_numbers(words: str) -> Iterator[str]:
    """Social security numbers and, after words that announce one, student numbers."""
    near = (one for one in lines_near(words, DIGITS) if _NUMBER_CLUE.search(one))
    long = (one for one in near if _LONG.search(_plain(one)))
    for hit, _ in _hits(long, _NUMBER, _SOCIAL):
        yield hit


# Days of birth. Who was born before 1990 is no pupil, and mostly a person of history.
_YEAR = r"(?:199\d|20[0-4]\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_GAP = r"[^\d\n!?;]{0,10}?"
_DAY_CLUE = late.pattern(r"\d(?:\d{3}|\D\d\d?\D\d\d)")
# Without groups and what must stand around, so that each word begins with a letter: that is quick.
_BIRTH = late.pattern(
    re.sub(r"\\b|\(\?<?!.*?\)|\(\?:|\)", "", f"{announced.BORN}|{announced.BORN_AFTER}").lower()
)
_LANGUAGES = ("en", "es", "tl", "hy", "fa", "ar", "ru", "km")


@cache
def _born() -> re.Pattern[str]:
    """A whole day beside a word for birth; the names of months are those of CLDR."""
    months = {name for one in _LANGUAGES for name in get_month_names(locale=one).values()}
    months |= set(get_month_names("abbreviated", locale="en").values())
    month = rf"(?:{'|'.join(map(re.escape, sorted(months, key=len, reverse=True)))})\.?"
    day = (
        rf"(?:{_DAY}(?P<by>[/.-]){_DAY}(?P=by)(?:{_YEAR}|\d\d)(?!\d)"
        rf"|{_YEAR}(?:[-/.]|\.? ?[年년]) ?{_DAY}(?:[-/.]|\.? ?[月월]) ?{_DAY}"
        rf"|{_YEAR}[^\d\n!?;]{{0,12}}{month}{_GAP}{_DAY}"
        rf"|{_DAY}{_GAP}{month}{_GAP}{_YEAR}|{month}{_GAP}{_DAY}{_GAP}{_YEAR}"
        rf"|{_DAY} tháng {_DAY},? (?:năm )?{_YEAR}"
        rf"|{_DAY} (?:{announced.PERSIAN}) 1(?:3[7-9]|40)\d|1(?:3[7-9]|40)\d/{_DAY}/{_DAY})"
    )
    after = day.replace("by", "last")
    return re.compile(
        rf"(?:{announced.BORN})[^\d\n.!?。]{{0,24}}?{day}"
        rf"|{after}[日일]?[^\d\n.!?。]{{0,6}}(?:{announced.BORN_AFTER})",
        re.IGNORECASE,
    )


def birth_days(words: str) -> Iterator[str]:
    """Days of birth with their year, from 1990 on."""
    near = (one for one in lines_near(words, DIGITS) if _DAY_CLUE.search(one))
    told = (one for one in near if _BIRTH.search(one.casefold()))
    yield from (hit for hit, _ in _hits(told, _born()))
