"""The bridge: which words of a passage are marked as English, and which open their meaning."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as some

from builder import qr, text
from builder.bridge import Terms, bridged

TERMS = Terms({"source": "source", "training data": "training-data", "data": "data", "ai": "ai"})
_TAG = re.compile(r"<[^>]*>")


def marked(html: str, language: str, english: str = "") -> str:
    """The passage marked, as the first of its page."""
    return str(bridged(html, TERMS, {}, language, english))


def term(id: str, words: str, own: str = ' lang="en" dir="ltr"') -> str:
    """What a term that opens looks like."""
    return f'<button type="button" class="term" popovertarget="meaning-{id}"{own}>{words}</button>'


@pytest.mark.parametrize(
    ("html", "language", "english", "wanted"),
    [
        ("ប្រភព (source) ល្អ", "km", "A source", f"ប្រភព ({term('source', 'source')}) ល្អ"),
        ("ឧបករណ៍ School Chat ទេ", "km", "", 'ឧបករណ៍ <bdi lang="en">School Chat</bdi> ទេ'),
        ("ប្រើ AI ទេ", "km", "", "ប្រើ AI ទេ"),
        ("AIとは何か、sourceです", "ja", "", f"AIとは何か、{term('source', 'source')}です"),
        ("مصدر (<em>source</em>)", "ar", "", f"مصدر (<em>{term('source', 'source')}</em>)"),
        ("<em>source</em>, sí", "es", "a source", f"<em>{term('source', 'source')}</em>, sí"),
        ("los datos (data)", "es", "The data", f"los datos ({term('data', 'data')})"),
        ("la palabra source suelta", "es", "source", "la palabra source suelta"),
        ("<em>data</em>", "tl", "Ask a person.", "<em>data</em>"),
        ("<em>claim, evidence</em>", "vi", "Say: claim, evidence.",
         '<em><span lang="en">claim, evidence</span></em>'),
        ("<em>usted</em>", "es", "such as *usted*", "<em>usted</em>"),
        ("A training data set", "en", "", f"A {term('training-data', 'training data', '')} set"),
        ("Many sources", "en", "", f"Many {term('source', 'sources', '')}"),
        ('<a href="x">source</a> <code>source</code>', "en", "",
         '<a href="x">source</a> <code>source</code>'),
        ("National Center for Missing &amp; Exploited Children", "ru", "",
         '<bdi lang="en">National Center for Missing &amp; Exploited Children</bdi>'),
        ("&lt;b&gt; &amp;amp;", "km", "", "&lt;b&gt; &amp;amp;"),
    ],
)  # fmt: skip
def test_a_passage(html: str, language: str, english: str, wanted: str) -> None:
    assert marked(html, language, english) == wanted


def test_a_term_opens_once_on_a_page_and_stays_marked() -> None:
    met: dict[str, None] = {}
    first = bridged("source", TERMS, met, "km")
    again = bridged("source", TERMS, met, "km")
    assert first == term("source", "source")
    assert again == '<bdi lang="en"><span lang="en" dir="ltr">source</span></bdi>'
    assert list(met) == ["source"]


def test_where_no_term_may_open_it_is_marked_all_the_same() -> None:
    told = bridged("ប្រភព (source)", TERMS, None, "km")
    assert "<button" not in told
    assert 'lang="en"' in told


@given(some.text(max_size=80), some.sampled_from(("en", "es", "km", "ar", "ja", "ru")))
def test_no_letter_is_lost_or_made(words: str, language: str) -> None:
    html = str(text.prose(words))
    assert _TAG.sub("", marked(html, language, words)) == _TAG.sub("", html)


@pytest.mark.parametrize(
    "address",
    ["https://curriculum.example.org/", "https://curriculum.example.org/zh-Hant/sheets/9-12/"],
)
def test_a_qr_code_says_its_address(address: str) -> None:
    """Drawn again from the path, as a reader's camera sees it, and read by the same library."""
    drawing = qr.drawing(address)
    size = int(re.search(r'viewBox="0 0 (\d+) ', drawing)[1])  # type: ignore[index]
    dots = [bytearray(b"\xff" * size) for _ in range(size)]
    x = y = 0
    path = drawing.rpartition('d="')[2]
    for what, one, other in re.findall(r"([Mmh])(\d+)(?: (\d+)(?:\.5)?)?", path):
        if what == "M":
            x, y = int(one), int(other)
        elif what == "m":
            x += int(one)
        else:
            dots[y][x : x + int(one)] = bytes(int(one))
            x += int(one)
    big = b"".join(bytes(dot for dot in row for _ in range(4)) * 4 for row in dots)
    image = memoryview(big).cast("B", (size * 4, size * 4))
    assert zxingcpp.read_barcode(image).text == address
