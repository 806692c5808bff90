"""PO files: what translators get, what is kept, and what readers see of it."""

from __future__ import annotations

import io
import json
import re
import subprocess
import textwrap
from collections import Counter
from pathlib import Path
from typing import Any

import projects
import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner, Result
from projects import GUIDE, INTERFACE, LESSON, ROOT, edit

from builder import cli, po, settings, translations
from builder.model import curriculum
from builder.model.base import texts
from builder.model.family import Guide
from builder.model.lesson import Lesson
from builder.model.text import State
from builder.translations import Passage, parse, refresh

OLD = "The moon shines."
NEW = "The moon gives no light."


def passage(english: str = OLD, address: str = "segments/a/teacher", note: str = "") -> Passage:
    return Passage(address, english, note)


def first(*asked: Passage) -> bytes:
    """A new PO file."""
    return refresh(asked, None, "es", "curriculum/x.yml")


def again(data: bytes, *asked: Passage) -> bytes:
    return refresh(asked, data, "es", "curriculum/x.yml")


def filled(data: bytes, words: str = "La luna.", comment: str = "") -> bytes:
    """The same file with one translation put in by hand, as in an editor."""
    text = data.decode().replace('msgstr ""\n\n', f'msgstr "{words}"\n\n')
    text = text.replace(f'"Language: es\\n"\nmsgstr "{words}"', '"Language: es\\n"')
    if comment:
        text = text.replace("msgctxt", f"# {comment}\nmsgctxt", 1)
    return text.encode()


def entry(data: bytes, address: str = "segments/a/teacher") -> po.Entry:
    return parse(data)[address]


# Refresh


def test_a_new_passage_comes_in_empty() -> None:
    data = first(passage(note="Keep Markdown."))
    assert entry(data).state is State.MISSING
    assert data.decode().endswith(
        '#. Keep Markdown.\nmsgctxt "segments/a/teacher"\nmsgid "The moon shines."\nmsgstr ""\n\n'
    )


def test_the_same_words_keep_their_translation() -> None:
    data = filled(first(passage()))
    assert again(data, passage()) == data
    assert entry(data).state is State.DRAFT
    assert entry(data).translation == "La luna."


def test_new_english_makes_stale_and_keeps_the_previous_english() -> None:
    data = again(filled(first(passage())), passage(NEW))
    told = entry(data)
    assert (told.state, told.english, told.previous) == (State.STALE, NEW, OLD)
    assert told.translation == "La luna."
    assert '#, fuzzy\n#| msgid "The moon shines."\nmsgctxt' in data.decode()


def test_the_previous_english_is_the_one_that_was_translated() -> None:
    data = filled(first(passage()))
    for english in (NEW, "The moon is grey.", "The moon is round."):
        data = again(data, passage(english))
    assert (entry(data).english, entry(data).previous) == ("The moon is round.", OLD)


def test_back_to_the_old_english_the_translation_holds_again() -> None:
    data = filled(first(passage()))
    assert again(again(data, passage(NEW)), passage()) == data


def test_a_mark_set_by_a_person_stays_whatever_comes_back() -> None:
    data = filled(first(passage())).replace(b"msgctxt", b"#, fuzzy\nmsgctxt", 1)
    assert entry(again(again(data, passage(NEW)), passage())).state is State.STALE


def test_a_mended_translation_is_no_longer_stale() -> None:
    data = again(filled(first(passage())), passage(NEW)).decode()
    data = data.replace('#, fuzzy\n#| msgid "The moon shines."\n', "").replace("La luna.", "Otra.")
    told = entry(again(data.encode(), passage(NEW)))
    assert (told.state, told.translation, told.previous) == (State.DRAFT, "Otra.", "")


def test_a_passage_that_is_gone_takes_its_translation_along() -> None:
    data = filled(first(passage(), passage(NEW, "title")))
    assert set(parse(again(data, passage(NEW, "title")))) == {"title"}


def test_nothing_is_guessed_by_likeness() -> None:
    """The same English at another address, and nearly the same English, are new."""
    data = filled(first(passage(OLD, "a")))
    told = parse(again(data, passage(OLD, "b"), passage(OLD + "!", "c")))
    assert {one.state for one in told.values()} == {State.MISSING}


def test_a_passage_that_moves_keeps_its_translation() -> None:
    data = filled(first(passage(OLD, "a"), passage(NEW, "b")))
    turned = again(data, passage(NEW, "b"), passage(OLD, "a"))
    assert parse(turned) == parse(data)
    assert list(parse(turned)) == ["b", "a"]


def test_the_same_english_at_two_addresses_is_translated_twice() -> None:
    asked = (passage(OLD, "a"), passage(OLD, "b"))
    entries = {"a": po.Entry(OLD, "Una."), "b": po.Entry(OLD, "Otra.")}
    told = parse(again(po.write(entries, {}, "es", "x"), *asked))
    assert [one.translation for one in told.values()] == ["Una.", "Otra."]


WORDS = (
    "One line",
    "Two\nlines",
    "Ends with a break\n",
    "\nBegins with one",
    'Quotes " and \\ and \\n and tab\t',
    "A very long line " * 30,
    "A long-hyphenated-word-that-nobody-should-ever-break " * 5,
    "Paragraph\n\n- item\n- item “two”\n\n> quote",
    "# a comment? | msgid",
    '#| msgid "x"',
    "ខ្មែរ 中文 العربية \u200f\u200e",
    "a\u00a0b\u200bc\u2009d",
    "%s {name} {{ x }} \\x41 \\",
    " spaces at both ends ",
)


@pytest.mark.parametrize("words", WORDS)
def test_any_words_come_back_as_they_were(words: str) -> None:
    entries = {"a": po.Entry(words, words + "!"), "b": po.Entry("x", words)}
    data = po.write(entries, {}, "es", "x.yml")
    told = parse(data)
    assert [(one.english, one.translation) for one in told.values()] == [
        (words, words + "!"),
        ("x", words),
    ]


@pytest.mark.parametrize("words", WORDS)
def test_refreshing_twice_changes_nothing(words: str) -> None:
    data = po.write({"a": po.Entry(words, words + "!")}, {"a": "Note."}, "es", "x.yml")
    asked = (passage("new " + words, "a", "Note."), passage(words, "b"))
    once = refresh(asked, data, "es", "x.yml")
    assert refresh(asked, once, "es", "x.yml") == once
    assert parse(once)["a"].previous == words


def test_what_people_wrote_stays() -> None:
    remark = "Ask the liaison which word families use here; " * 4
    data = filled(first(passage()), comment=remark.strip())
    assert entry(again(data, passage())).comments == (remark.strip(),)
    assert entry(again(data, passage(NEW))).comments == (remark.strip(),)


def test_the_header_names_language_and_encoding() -> None:
    data = refresh([passage()], None, "zh-Hant", "curriculum/x.yml")
    catalog = read_po(io.BytesIO(data))
    assert str(catalog.locale) == "zh_Hant"
    assert catalog.charset.lower() == "utf-8"
    assert data.startswith(b"# curriculum/x.yml\n")


@pytest.mark.gettext
def test_gettext_itself_reads_what_is_written(tmp_path: Path) -> None:
    fuzzy = frozenset({"fuzzy"})
    entries = {
        str(number): po.Entry(words, words, previous=words, flags=fuzzy)
        for number, words in enumerate(WORDS)
    }
    file = tmp_path / "x.po"
    file.write_bytes(po.write(entries, {"0": "A note."}, "es", "x.yml"))
    command = ["msgfmt", "--check-format", "--check-header", "-o", "/dev/null", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# States


def test_the_four_states() -> None:
    data = filled(first(passage()))
    sealed = po.seal(OLD, "La luna.")
    mark = f"Reviewed by Ana Ruiz, 2026-11-22 ({sealed})"
    assert entry(first(passage())).state is State.MISSING
    assert entry(data).state is State.DRAFT
    assert entry(filled(first(passage()), comment=mark)).state is State.REVIEWED
    assert entry(again(data, passage(NEW))).state is State.STALE


@pytest.mark.parametrize(
    "mark",
    [
        "Reviewed by Ana Ruiz, 2026-11-22",
        "Reviewed by Ana Ruiz, 2026-11-22 (000000000000)",
        "Reviewed by , 2026-11-22 ({seal})",
        "Reviewed by Ana Ruiz, soon ({seal})",
        "reviewed: yes",
    ],
)
def test_a_review_needs_a_name_a_day_and_the_seal(mark: str) -> None:
    mark = mark.replace("{seal}", po.seal(OLD, "La luna."))
    assert entry(filled(first(passage()), comment=mark)).state is State.DRAFT


def test_a_review_lapses_when_either_side_changes() -> None:
    mark = f"Reviewed by Ana Ruiz, 2026-11-22 ({po.seal(OLD, 'La luna.')})"
    data = filled(first(passage()), comment=mark)
    assert entry(data.replace(b"La luna.", b"Una luna.")).state is State.DRAFT
    changed = again(data, passage(NEW))
    assert entry(changed).state is State.STALE
    unmarked = re.sub(rb"#, fuzzy\n#\| [^\n]*\n", b"", changed)
    assert entry(unmarked).state is State.DRAFT
    assert entry(again(changed, passage())).state is State.REVIEWED


# What readers see


def shown(root: Path, kind: type[Any], id: str, path: str) -> dict[str, Any]:
    """The passages of a document in Spanish, by address."""
    document = curriculum.load(root).all(kind)[id]
    done = translations.translate(document, po.read(root / path), "es")
    return {one.address: one for one in texts(done, careful=document.careful)}


def test_a_missing_passage_stays_english(project: Path) -> None:
    told = shown(project, Lesson, "two-sources", LESSON)
    assert told["purpose"].language == "en"
    assert told["purpose"].state is State.MISSING
    assert told["title"].words == "[es] Two sources"
    assert told["title"].english == "Two sources"


def test_a_careful_passage_that_is_stale_is_shown_in_english(project: Path) -> None:
    path = "curriculum/guides/3-5.yml"
    before = (project / path).read_text("utf-8")
    after = re.sub(r"^(safety|summary): ", r"\1: Above all, ", before, flags=re.M)
    (project / path).write_text(after.replace("safety: |\n  ", "safety: |\n  Above all, "), "utf-8")
    for refreshed in (False, True):
        if refreshed:
            projects.refresh(project)
        told = shown(project, Guide, "3-5", GUIDE)
        assert told["safety"].state is State.STALE
        assert told["safety"].language == "en"
        assert "Above all" in told["safety"].words
        assert told["summary"].state is State.STALE
        assert told["summary"].words.startswith("[es]")
        assert told["title"].state is State.REVIEWED


def test_every_passage_of_a_careful_document_is_careful(project: Path) -> None:
    for entry_ in curriculum.load(project).loaded:
        if entry_.document.careful:
            assert all(one.careful for one in texts(entry_.document, careful=True))
    lesson = curriculum.load(project).all(Lesson)["two-sources"]
    assert [one.address for one in texts(lesson) if one.careful] == ["safety"]


# Policy


def test_a_language_for_families_gets_of_a_lesson_what_families_read(project: Path) -> None:
    path = LESSON.replace("/es/", "/ar/")
    asked = list(po.read(project / path))
    assert asked == ["title", "summary", "family/tell", "family/ask", "family/try"]
    assert len(po.read(project / LESSON)) > 30
    assert set(po.read(project / GUIDE.replace("/es/", "/ar/"))) == set(po.read(project / GUIDE))


def test_passages_stand_in_the_order_of_the_model(project: Path) -> None:
    asked = list(po.read(project / LESSON))
    lesson = curriculum.load(project).all(Lesson)["two-sources"]
    assert asked == [one.address for one in texts(lesson)]
    assert asked[:4] == ["title", "summary", "purpose", "question"]


def test_a_project_refreshed_twice_is_the_same(project: Path) -> None:
    projects.refresh(project)
    assert projects.refresh(project) == []
    edit(project, "curriculum/guides/3-5.yml", "Ask your child how", "Ask your child when and how")
    changed = projects.refresh(project)
    assert sorted(changed) == [GUIDE.replace("/es/", "/ar/"), GUIDE]
    assert projects.refresh(project) == []


# Files that cannot be read


BROKEN = {
    "open quotes": (b'msgid "a\nmsgstr "b"\n', 1),
    "no quotes": (b'msgid "a"\nmsgstr b\n', 2),
    "words alone": (b'msgid "a"\nmsgstr "b"\n\nhello\n', 4),
    "a conflict of git": (b'<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n', 1),
    "Latin-1": ('msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "año"\n'.encode("latin-1"), 5),
    "UTF-16": ('msgid "a"\nmsgstr "b"\n'.encode("utf-16"), 1),
    "zip": (b"PK\x03\x04\x00\x00", 1),
    "JSON": (b'{"a": "b"}\n', 1),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_said_with_its_line(name: str) -> None:
    data, line = BROKEN[name]
    with pytest.raises(po.UnreadableError) as error:
        parse(data)
    assert error.value.line == line
    assert str(error.value)


def curriculum_command(root: Path, monkeypatch: pytest.MonkeyPatch, *words: str) -> Result:
    monkeypatch.chdir(root)
    return CliRunner().invoke(cli.main, words)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_never_overwritten(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    data, line = BROKEN[name]
    (project / GUIDE).write_bytes(data)
    for words in (("translate", "refresh"), ("translate", "status"), ("check",)):
        told = curriculum_command(project, monkeypatch, *words)
        assert told.exit_code == 1, told.output
        assert f"{GUIDE}:{line}" in told.output
    assert (project / GUIDE).read_bytes() == data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b'\xef\xbb\xbfmsgid "a"\nmsgstr "b"\n',
        b'msgid "a"\r\nmsgstr "b"\r\n',
        b'#~ msgid "old"\n#~ msgstr "viejo"\n',
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=klingon\\n"\n',
        b'msgid ""\nmsgstr "Language: xx_nowhere\\n"\n\nmsgid "a"\nmsgstr "b"\n',
        b'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n',
    ],
)
def test_what_editors_may_leave_behind_is_read(data: bytes) -> None:
    told = parse(data)
    assert set(told) <= {"a", "('a', 'b')"}


def test_line_ends_of_any_system_are_read_the_same() -> None:
    data = b'# A remark.\n# Two.\n#, fuzzy\nmsgctxt "a"\nmsgid ""\n"b\\n"\n"c"\nmsgstr "d"\n'
    for end in (b"\r\n", b"\r"):
        assert parse(data.replace(b"\n", end)) == parse(data)
    assert len(parse(data)["a"].comments) == 2


# Characters that hide


HIDDEN = ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\ufeff", "\u202e", "\u2066", "\u2069"]


# A letter put in for “@”, and the line where it then stands.
PLACES = {
    'msgid "tab\tbed"\nmsgstr ""\n\n# a @\nmsgid "b"\nmsgstr "c"\n': 4,
    'msgctxt "a@"\nmsgid "b"\nmsgstr "c"\n': 1,
    'msgid ""\n"a"\n"@b"\nmsgstr "c"\n': 3,
    'msgid "a"\nmsgstr "b@c"\n': 2,
}


@pytest.mark.parametrize("letter", HIDDEN, ids=ascii)
@pytest.mark.parametrize("words", PLACES, ids=PLACES.values())
def test_a_character_that_hides_is_refused_with_its_line(letter: str, words: str) -> None:
    with pytest.raises(po.UnreadableError) as error:
        parse(words.replace("@", letter).encode())
    assert error.value.line == PLACES[words]
    assert f"stands here (U+{ord(letter):04X})" in str(error.value)
    assert error.value.hint.startswith("Delete it")


@pytest.mark.parametrize(
    "letter", ["\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u061c", "\t"]
)
def test_joiners_and_plain_marks_of_direction_are_words(letter: str) -> None:
    told = parse(f'msgid "a"\nmsgstr "b{letter}c"\n'.encode())
    assert told["a"].translation == f"b{letter}c"


def test_a_translation_that_reorders_text_is_never_shown(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = (project / GUIDE).read_text("utf-8")
    start = words.index('msgstr "[es]')
    (project / GUIDE).write_text(words[: start + 8] + "\u202e" + words[start + 8 :], "utf-8")
    told = curriculum_command(project, monkeypatch, "check")
    assert told.exit_code == 1
    line = words.count("\n", 0, start) + 1
    assert f"{GUIDE}:{line}" in told.output
    assert "(U+202E)" in told.output
    assert "unreadable-po" in told.output
    assert "not a PO file" not in told.output


# Status


def status(root: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    told = curriculum_command(root, monkeypatch, "translate", "status", "--format", "json")
    assert told.exit_code == 0, told.output
    found: dict[str, Any] = json.loads(told.output)
    return found


def test_the_status_counts_passages_by_state(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = status(project, monkeypatch)
    assert set(told) == {"languages"}
    assert list(told["languages"]) == ["es", "ar"]
    for language in told["languages"].values():
        assert set(language) == {"family", "lesson", "staff", "interface"} & set(language)
        for counts in language.values():
            assert list(counts) == ["total", "missing", "stale", "draft", "reviewed"]
            assert counts["total"] == sum(counts.values()) - counts["total"]
    spanish = told["languages"]["es"]
    assert spanish["family"]["reviewed"] == 1
    assert spanish["lesson"]["missing"] == 1
    assert spanish["interface"]["missing"] == 0
    assert told["languages"]["ar"]["lesson"]["total"] == 4 * 5 + 3


def test_the_status_counts_what_has_become_stale(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = status(project, monkeypatch)["languages"]["es"]["family"]
    edit(project, "curriculum/guides/3-5.yml", "Ask your child how", "Ask your child when and how")
    after = status(project, monkeypatch)["languages"]["es"]["family"]
    assert after == {**before, "stale": 1, "draft": before["draft"] - 1}


def test_a_new_word_of_the_site_is_missing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = {one: each for one, each in po.read(project / INTERFACE).items() if one != "Search"}
    (project / INTERFACE).write_bytes(po.write(words, {}, "es", "x"))
    told = status(project, monkeypatch)["languages"]["es"]["interface"]
    assert (told["missing"], told["total"]) == (1, len(words) + 1)


# The real project

DISTRICT = settings.load(ROOT)[0]
assert DISTRICT
OTHERS = [one.id for one in DISTRICT.languages if one.id != "en"]
PLACE = re.compile(r"\{[^{}]*\}")


@pytest.mark.parametrize("language", OTHERS)
def test_every_word_of_the_site_is_translated(language: str) -> None:
    assert DISTRICT
    told = po.read(ROOT / translations.interface_path(language))
    wanted = translations.interface_words(DISTRICT)
    assert sorted(set(wanted) - told.keys()) == [], "run `curriculum translate refresh`"
    assert [one for one in wanted if not told[one].translation.strip()] == []
    assert [one for one in wanted if told[one].state is State.STALE] == []


@pytest.mark.parametrize("language", OTHERS)
def test_translated_words_keep_their_places(language: str) -> None:
    told = po.read(ROOT / translations.interface_path(language))
    spoilt = {
        english: one.translation
        for english, one in told.items()
        if one.translation
        and Counter(PLACE.findall(one.translation)) != Counter(PLACE.findall(english))
    }
    assert spoilt == {}


@pytest.mark.parametrize("language", OTHERS)
def test_every_po_file_of_the_project_can_be_read(language: str) -> None:
    for file in sorted((ROOT / translations.FOLDER / language).rglob("*.po")):
        po.read(file)


@pytest.mark.parametrize("end", ["", '\nmsgid "Bye"\nmsgid_plural "Byes"\nmsgstr[0] "Adiós"\n'])
def test_the_guess_of_a_program_is_no_translation(end: str) -> None:
    """A plural makes Babel read the file; both ways must tell a guess from an older English."""
    guess = """
        #, fuzzy
        #| msgctxt "segments/one/title"
        #| msgid "Look at the moon"
        msgctxt "title"
        msgid "Look at the spoon"
        msgstr "Miren la luna"

        #, fuzzy
        #| msgctxt "summary"
        #| msgid "Look once"
        msgctxt "summary"
        msgid "Look twice"
        msgstr "Miren una vez"
    """
    told = po.parse((textwrap.dedent(guess) + end).encode())
    assert told["title"].state is State.MISSING
    assert told["title"].translation == ""
    assert told["summary"].state is State.STALE
    assert told["summary"].previous == "Look once"
