"""Markdown to safe HTML: nothing hostile comes through, and nothing honest is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from itertools import product
from urllib.parse import urlsplit

import pytest
from markupsafe import Markup

from builder import text

ALLOWED = {
    *("p", "br", "strong", "em", "code", "pre", "ul", "ol", "li"),
    *("blockquote", "a", "hr"),
}
ATTRIBUTES = {("a", "href"), ("a", "rel"), ("ol", "start")}
SCHEMES = {"", "http", "https", "mailto", "tel"}
RENDER: tuple[Callable[[str], Markup], ...] = (text.plain, text.line, text.prose)

ACTIVE = (
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example></sCrIpT>",
    "<script\x0c>alert(1)</script>",
    "<<script>script>alert(1)<</script>/script>",
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "<math><mtext><style><img src onerror=alert(1)></style></mtext></math>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<embed src='//evil.example/x.swf'>",
    "<form action=//evil.example><input name=p><button>Go</button></form>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>body{display:none}</style>",
    "<p style='position:fixed;inset:0'>x</p>",
    "<div id=page class=md-header>x</div>",
    "<a href='javascript:alert(1)'>x</a>",
    "<details open ontoggle=alert(1)>x</details>",
    "<video><source onerror=alert(1)></video>",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<textarea></textarea><script>alert(1)</script>",
    "</article></main><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->",
    "<!--languages--><!--translation-notice-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml-stylesheet href='javascript:alert(1)'?>",
    "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
    "<a\nhref='javascript:alert(1)'\n>x</a>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "`<script>alert(1)</script>`",
    "```\n<script>alert(1)</script>\n```",
    "```html onload=alert(1)\nx\n```",
    '```"><script>alert(1)</script>\nx\n```',
    "    <script>alert(1)</script>",
    "> <script>alert(1)</script>",
    "- <script>alert(1)</script>",
    "**<script>alert(1)</script>**",
    '"><script>alert(1)</script>',
    "'-alert(1)-'",
    "\"' onmouseover=alert(1) x='",
    "{{ 7*7 }}{% raw %}",
    "\ue000content\ue001",
)
AIMS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#x73;cript:alert(1)",
    "java&Tab;script:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "\\javascript:alert(1)",
    "javascript:%61lert(1)",
    "javascript://example.org/%0aalert(1)",
    "vbscript:msgbox(1)",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg/onload=alert(1)>",
    "file:///etc/passwd",
    "blob:https://example.org/1",
    "view-source:javascript:alert(1)",
    "feed:javascript:alert(1)",
    "jar:https://example.org!/x",
    "\x01javascript:alert(1)",
    "%6aavascript:alert(1)",
)
FORMS = ("[x]({})", "[x](<{}>)", "![x]({})", "<{}>", "[x]: {}\n\n[x]")
HOSTILE = (*ACTIVE, *(form.format(aim) for form, aim in product(FORMS, AIMS)))

HONEST = (
    "AI & you",
    "Is 3 < 5 > 2?",
    "Act as <role> and answer.",
    "Write <your name> here.",
    "if a<b: print(a)",
    "x -> y, y <- x, a => b",
    "AT&T and R&D; done",
    "&copy; is written &amp;copy;",
    "She said “no” and ‘maybe’ — twice…",
    "It's 5' 6\" tall.",
    '"Straight quotes" stay straight.',
    "50% of 10% is 5%",
    "{name} and {{ name }} and %(name)s and $name",
    "snake_case_name and other_snake_name",
    "2 * 3 * 4 = 24",
    "C:\\Users\\me and \\alpha",
    "1/2 and 3:45 and 12:30",
    "Call (213) 555-0142.",
    "¿Qué aprende su hija? ¡Mucho!",
    "Mañana, pingüino, corazón",
    "Ի՞նչ է սովորում ձեր երեխան։",
    "당신의 아이는 무엇을 배웁니까?",
    "Con quý vị học gì? Trí tuệ nhân tạo",
    "Ano ang natututunan ng inyong anak?",
    "ماذا يتعلّم طفلكم؟",
    "فرزند شما چه یاد می‌گیرد؟",
    "Чему учится ваш ребёнок?",
    "កូនរបស់អ្នករៀនអ្វី?",
    "お子さまは何を学びますか。",
    "您的孩子学什么?",
    "您的孩子學什麼?",
    "👩🏽‍🏫 teaches 🧠",
    "e\u0301 and é",
    "a\u00a0b\u2009c",
    "H₂O and x² and ½",
    "≤ ≥ ≠ ± × ÷ √",
    "→ ← ↑ ↓ ✓ ✗",
    "“Both are right.” Ask which card says so.",
    "A [bracket] alone, and (one) more",
    "An ! and a # in the middle",
    "5 – 7 — and 8-9",
    "Tom & Jerry's <3",
    "one; two, three: four",
    "^caret^ ~tilde~ |bar|",
)


class Reading(HTMLParser):
    """What a browser sees: elements, attributes, letters."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.others: list[str] = []
        self.letters = ""
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.letters += data

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def test_the_lists_are_long_enough() -> None:
    assert len(set(HOSTILE)) >= 80
    assert len(set(HONEST)) >= 40


@pytest.mark.parametrize("render", RENDER, ids=lambda one: one.__name__)
def test_nothing_hostile_comes_through(render: Callable[[str], Markup]) -> None:
    wrapped = ("{}", "before {} after", "- one\n- {}", "> {}", "**{}**", "[{}](https://a.example)")
    for words, around in product(HOSTILE, wrapped):
        page = Reading(render(around.replace("{}", words)))
        assert set(page.elements) <= ALLOWED, words
        assert not page.others, words
        for tag, name, value in page.attributes:
            assert (tag, name) in ATTRIBUTES, words
            if name == "href":
                scheme = urlsplit("".join(value.split())).scheme.lower()
                assert scheme in SCHEMES, (words, value)


def test_two_hostile_strings_make_no_third() -> None:
    for one, other in product(HOSTILE[::3], HOSTILE[::7]):
        page = Reading(text.prose(f"{one}\n{other}\n\n{one}{other}"))
        assert set(page.elements) <= ALLOWED
        assert {(tag, name) for tag, name, _ in page.attributes} <= ATTRIBUTES


@pytest.mark.parametrize("words", HOSTILE[: len(ACTIVE)])
def test_plain_words_are_letters(words: str) -> None:
    page = Reading(text.plain(words))
    assert page.elements == []
    assert page.letters == words


@pytest.mark.parametrize("words", HONEST)
def test_honest_words_come_back_letter_for_letter(words: str) -> None:
    known = {"&copy; is written &amp;copy;": "© is written &copy;"}
    for render in (text.line, text.prose):
        page = Reading(render(words))
        assert page.letters.strip() == known.get(words, words)
        assert set(page.elements) <= {"p"}
    assert text.shown(words) == " ".join(known.get(words, words).split())
    assert unescape(text.plain(words)) == words
    assert text.unwrapped(words) == words


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n'),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        ("a\n\nb", "<p>a</p>\n<p>b</p>\n"),
        ("a  \nb", "<p>a<br>\nb</p>\n"),
        ("a\\\nb", "<p>a<br>\nb</p>\n"),
        ("---", "<hr>\n"),
        ("```\n<a>\n```", "<pre><code>&lt;a&gt;\n</code></pre>\n"),
        ("# not a heading", "<p># not a heading</p>\n"),
        ("not a heading\n===", "<p>not a heading\n===</p>\n"),
        ("[a](https://b.example)", '<p><a href="https://b.example" rel="noopener">a</a></p>\n'),
        ("[a](../b/#c)", '<p><a href="../b/#c" rel="noopener">a</a></p>\n'),
        ("[a](tel:+12135550142)", '<p><a href="tel:+12135550142" rel="noopener">a</a></p>\n'),
        ("<https://b.example>", '<p><a href="https://b.example" rel="noopener">'),
        ('[a](b "c")', '<p><a href="b" rel="noopener">a</a></p>\n'),
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>\n"),
        ("“I say ___.” “___ is it.” _a_", "<p>“I say ___.” “___ is it.” <em>a</em></p>\n"),
        ("____", "<hr>\n"),
    ],
)
def test_what_markdown_may_do(words: str, html: str) -> None:
    assert text.prose(words).startswith(html)


PIECES = (
    *("a", "word", "1", "1.", "2)", "-", "*", "**", "_", "___", "`", "[a](b)", "<", ">"),
    *("&", "&amp;", "#"),
    *("\\", "“a", "(a", "~~~", "|", "---", "=", " ", "  ", "\n", "\n\n", "\u00a0", "\u2028", "\t"),
    *("<script>", "[a]: b", "!", "é", "\u200d", "مرحبا", "ខ្មែរ"),
)


def test_the_short_ways_end_where_the_parser_does() -> None:
    """Paragraphs that begin like sentences are not searched for blocks: to the byte the same."""
    for pieces in (*product(PIECES, repeat=2), *product(PIECES[::3], repeat=3)):
        for words in ("".join(pieces), "a " + "".join(pieces) + " b", "**a" + "".join(pieces)):
            words = text.unwrapped(words)
            if not re.search(r"[\x00-\x09\x0b-\x1f]", words):  # source.py lets none in
                assert text.prose(words) == text._clean(text._MARKDOWN.render(words)), words
                letters = text._letters(text._MARKDOWN.parse(words))
                assert text.shown(words) == " ".join(letters.split()), words
                one = " ".join(words.split("\n"))
                assert text.line(one) == text._clean(text._MARKDOWN.renderInline(one)), words


@pytest.mark.parametrize("words", ["![a](b.png)", "![a][b]\n\n[b]: c.png", "<img src=a.png>"])
def test_no_picture_comes_from_words(words: str) -> None:
    for render in RENDER:
        assert "img" not in Reading(render(words)).elements


@pytest.mark.parametrize("code", ["&#x202e;", "&#8238;", "&#x2066;", "&#xFEFF;", "&#x2028;"])
def test_what_no_file_may_hold_does_not_come_as_a_code(code: str) -> None:
    """The reader sees the code; joiners and plain marks of direction come through."""
    assert text.line(f"{code}gpj.exe") == f"&amp;{code[1:]}gpj.exe"
    assert text.shown_line(f"{code}a&zwnj;b&rlm;") == f"{code}a\u200cb\u200f"


def test_a_line_has_no_paragraph_and_no_break() -> None:
    assert text.line("a *b*\nc") == "a <em>b</em> c"
    assert text.line("- a\n- b") == "- a - b"


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("*a* **b** `c`", "a b c"),
        ("- a\n- b", "a b"),
        ("a  \nb\nc", "a b c"),
        ("[a](https://b.example) <c>", "a <c>"),
        ("> a\n\n```\nb\n```", "a b"),
        ("a & b &amp; c", "a & b & c"),
    ],
)
def test_shown_are_the_letters_alone(words: str, letters: str) -> None:
    assert text.shown(words) == letters


@pytest.mark.parametrize(
    "words", ["> 5 is more", "- 5 degrees", "1. x", "* * *", "~~~ x", "+ 1", "`` ` ``", "_a_ b"]
)
def test_of_a_line_those_letters_are_shown_that_stand_on_the_page(words: str) -> None:
    assert text.shown_line(words) == text.line(words).striptags()


# Depth


@pytest.mark.parametrize("levels", [1, 5, 9])
def test_depth_counts_nesting(levels: int) -> None:
    assert text.depth("> " * levels + "a") == levels + 1
    assert text.depth("") == 0


@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", "> - "])
def test_what_nests_too_deep_for_a_page_is_told(mark: str) -> None:
    for times in range(1, 40):
        words = mark * times + "the last word"
        assert ("the last word" in text.prose(words)) == (text.depth(words) <= text.DEEPEST)


def test_a_very_deep_text_is_no_danger() -> None:
    for words in ("> " * 5000, "[" * 5000, "*" * 5000, "`" * 5000, "- " * 5000, "<" * 5000):
        assert set(Reading(text.prose(words + "a")).elements) <= ALLOWED


# Unwrapping


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("a\nb", "a b"),
        ("a\n\nb", "a\n\nb"),
        ("a\nb\n\nc\nd", "a b\n\nc d"),
        ("  a\n  b", "a b"),
        ("- a\n  b\n- c", "- a b\n- c"),
        ("* a\nb", "* a b"),
        ("1. a\n   b\n2. c", "1. a b\n2. c"),
        ("a\n2. b", "a 2. b"),
        ("a\n1. b", "a\n1. b"),
        ("In 2026\n12 came", "In 2026 12 came"),
        ("It ends in\n2028.", "It ends in 2028."),
        ("- It ends in\n  2028.\n- c", "- It ends in 2028.\n- c"),
        ("- a\n  4. ", "- a 4."),
        ("1. a\n2.\n3. b", "1. a\n2.\n3. b"),
        ("4.\na", "4. a"),
        ("> a\n> b\n> c", "> a b c"),
        ("> a\n\n> b", "> a\n\n> b"),
        ("> a\nb", "> a\nb"),
        ("a\n> b", "a\n> b"),
        ("a  \nb", "a  \nb"),
        ("a\\\nb", "a\\\nb"),
        ("```\na\nb\n```\nc\nd", "```\na\nb\n```\nc d"),
        ("~~~\na\n~~~", "~~~\na\n~~~"),
        ("a\n- b", "a\n- b"),
        ("a\n\n\nb", "a\n\n\nb"),
        ("", ""),
        ("a", "a"),
    ],
)
def test_unwrapped(words: str, told: str) -> None:
    assert text.unwrapped(words) == told
    assert text.unwrapped(told) == told, "unwrapping twice changes nothing"


def test_unwrapping_changes_no_letter_that_a_reader_sees() -> None:
    pieces = ("a b", "- c", "1. d", "2. f", "", "  g", "h  ")
    for parts in product(pieces, repeat=3):
        words = "\n".join(parts)
        before, after = Reading(text.prose(words)), Reading(text.prose(text.unwrapped(words)))
        assert before.elements == after.elements, words
        assert before.letters.split() == after.letters.split(), words
