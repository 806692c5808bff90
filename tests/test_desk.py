"""What translators and reviewers have on their desk: notes, what is next, reviews, the lint."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import projects
import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import GUIDE, INTERFACE, LESSON, edit, run

from builder import build, notes, po, reviews, settings, translations
from builder.model import curriculum as model
from builder.model.base import texts
from builder.model.curriculum import Curriculum
from builder.model.family import Guide
from builder.model.room import limit, width
from builder.model.text import Line, Prose, State, Title
from builder.notes import Notes
from builder.settings import Settings
from builder.translators import order, reviewing

AR_LESSON = LESSON.replace("/es/", "/ar/")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample district with translations, of the checks' pages too; nobody changes it."""
    root = projects.make(tmp_path_factory.mktemp("desk") / "project")
    district, curriculum = whole(root)
    translations.refresh_all(root, curriculum, district, ["es"])
    for path in sorted((root / "curriculum/translations/es/checks").glob("*.po")):
        projects.change(root, path.relative_to(root).as_posix(), projects.translated("es"))
    return root


def whole(root: Path) -> tuple[Settings, Curriculum]:
    district, _ = settings.load(root)
    assert district
    return district, build.whole(model.load(root))


def asked(root: Path, language: str = "es") -> Mapping[str, translations.Asked]:
    """What each PO file of a language asks for, by path."""
    district, curriculum = whole(root)
    return {one.path: one for one in translations.asked(curriculum, district, language)}


def note(root: Path, path: str, address: str) -> list[str]:
    language = path.split("/")[2]
    found = asked(root, language)[path].passages
    return next(one.note for one in found if one.address == address).splitlines()


# Notes


@pytest.mark.parametrize(
    ("path", "address", "first"),
    [
        (GUIDE, "title", "Family guide, grades 3–5: title. Read by families."),
        (GUIDE, "safety", "Family guide, grades 3–5: the part about safety. Read by families."),
        (
            GUIDE,
            "may_not/account/text",
            "Family guide, grades 3–5: what is not allowed “account”. Read by families.",
        ),
        (
            LESSON,
            "segments/check-it/teacher",
            "Lesson, grades 3–5: segment “check it”, what the teacher does. Read by teachers.",
        ),
        (
            LESSON,
            "segments/check-it/title",
            "Lesson, grades 3–5: heading of segment “check it”. Read by teachers.",
        ),
        (LESSON, "reflection", "Lesson, grades 3–5: reflection. Read by students."),
        (
            "curriculum/translations/es/glossary/claim.po",
            "explanation",
            "Glossary, the word “claim”: explanation. Read by families.",
        ),
        (
            "curriculum/translations/es/progression/evaluate.po",
            "outcomes/3-5.EVA.1/plain",
            "Strand of the progression: outcome 3-5.EVA.1, short form. Read by families.",
        ),
        (
            "curriculum/translations/es/integrity/3-5.po",
            "levels/0/may_not",
            "Honest work with AI, grades 3–5: AI level 0, what is not allowed. Read by students.",
        ),
    ],
)
def test_a_note_says_where_a_passage_stands_and_who_reads_it(
    made: Path, path: str, address: str, first: str
) -> None:
    assert note(made, path, address)[0] == first


def test_no_note_is_longer_than_three_short_lines(made: Path) -> None:
    for one in asked(made).values():
        for passage in one.passages:
            lines = passage.note.splitlines()
            assert 2 <= len(lines) <= 3, passage
            assert max(map(len, lines)) <= 160
            assert all(line == line.strip() != "" for line in lines)


def test_the_room_is_the_number_of_the_rule(made: Path, root: Path) -> None:
    assert note(made, GUIDE, "title")[1] == "Plain words, no Markdown. At most 70 letters."
    assert not [line for line in note(made, GUIDE, "safety") if "At most" in line]
    words = (root / "curriculum/district.yml").read_text("utf-8")
    words += "rules: {too-long-for-place: {most: '90'}}\n"
    (root / "curriculum/district.yml").write_text(words, "utf-8")
    assert note(root, GUIDE, "title")[1].endswith("At most 90 letters.")


def test_wide_characters_take_the_room_of_two() -> None:
    guide = next(iter(model.load(projects.SAMPLE).all(Guide).values()))
    told = Notes().on(guide, Title("Ask a question", "title"), "ja").splitlines()
    assert told[1] == "Plain words, no Markdown. At most 35 characters."


def test_a_wide_english_title_gives_more_room() -> None:
    assert limit(Title("short", "a")) == 70
    assert limit(Title("w" * 40, "a")) == 80
    assert limit(Title("Words that make a sentence.", "a")) is None
    assert limit(Line("a line", "a")) is None
    assert limit(Line("I can check.", "outcomes/x/plain")) == 70
    assert width("中文") == 4


TERMS = Notes(terms=("AI", "data", "opt out", "source", "training data"))


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Look for a second source.", "source"),
        ("Sources of training data and other data.", "source, training data, data"),
        ("You can opt out.", "opt out"),
        ("AI sorts.", ""),
        ("A database and a resourceful outsourcer.", ""),
    ],
)
def test_school_words_are_named_where_they_stand(words: str, line: str) -> None:
    guide = next(iter(model.load(projects.SAMPLE).all(Guide).values()))
    hint = "School words: {}. Keep the English word beside your own."
    told = TERMS.on(guide, Prose(words, "learns"), "es").splitlines()
    assert told[2:] == ([hint.format(line)] if line else [])
    assert len(TERMS.on(guide, Title(words, "title"), "es").splitlines()) == 2, "no room there"


def test_a_word_of_the_site_says_its_templates_and_places(made: Path) -> None:
    assert note(made, INTERFACE, "Answer key")[0] == (
        "Words of the site itself: kit, lesson, workshop-file. Read by everyone."
    )
    told = note(made, INTERFACE, "{number} min")
    assert told[2].startswith("The page puts something in the place of {number}:")
    assert note(made, INTERFACE, "AI Literacy")[0].startswith(
        "Words of the site itself: the name of the site."
    )


def test_every_field_is_told_in_words(made: Path) -> None:
    _, curriculum = whole(made)
    for entry in curriculum.entries:
        for passage in texts(entry.document):
            told = notes.where(entry.document, passage.address)
            assert "_" not in told, told
            assert not told.endswith((":", ": ", ",")), told


def test_several_lines_of_notes_are_read_in_the_plain_form() -> None:
    data = po.write({"a": po.Entry("b", "c")}, {"a": "One.\nTwo.\nThree."}, "es", "x")
    assert b'#. One.\n#. Two.\n#. Three.\nmsgctxt "a"' in data
    assert po._plain(data.decode()) == po.parse(data) == {"a": po.entry("b", "c")}
    assert po.parse(data)["a"].comments == ()


@pytest.mark.gettext
def test_gettext_reads_every_file_with_its_notes(made: Path) -> None:
    for path in sorted((made / "curriculum/translations").rglob("*.po")):
        command = ["msgfmt", "-c", "--check-header", "-o", "/dev/null", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


# What is next


def next_(*words: str) -> dict[str, Any]:
    told = run("next", *words, "--format", "json")
    assert told.exit_code == 0, told.output
    found: dict[str, Any] = json.loads(told.output)
    return found


def test_nothing_is_next_where_all_is_done(root: Path) -> None:
    assert next_("ar") == {"language": "ar", "total": 0, "next": []}
    assert run("next", "ar").output == "0 to translate.\n"


def test_a_missing_passage_says_where_it_stands_and_why(root: Path) -> None:
    (one,) = next_("es")["next"]
    assert one["path"] == LESSON
    assert one["address"] == "purpose"
    assert one["state"] == "missing"
    assert one["why"] == "Lesson, grades 3–5: not translated yet"
    told = run("next", "es").output
    assert told.startswith(f"{LESSON}\n  purpose: “")
    assert told.endswith("\n1 to translate.\n")


def make_holes(root: Path) -> None:
    """Something missing or stale in every class of content, in Spanish."""
    edit(root, "curriculum/guides/3-5.yml", "safety: A chatbot", "safety: Above all, a chatbot")
    edit(root, "curriculum/guides/3-5.yml", "Ask your child how", "Ask your child when and how")
    for path, addresses in {
        INTERFACE: ("Search",),
        "curriculum/translations/es/home/home.po": ("lead",),
        GUIDE: ("title",),
        "curriculum/translations/es/topics/privacy.po": ("summary",),
        "curriculum/translations/es/letters/3-5.po": ("greeting",),
        "curriculum/translations/es/integrity/3-5.po": ("summary",),
        "curriculum/translations/es/glossary/claim.po": ("example",),
        "curriculum/translations/es/bands/3-5.po": ("stage",),
        LESSON: ("purpose", "title", "family/ask"),
        "curriculum/translations/es/tools/class-chat.po": ("summary",),
        "curriculum/translations/es/workshops/paper-machine.po": ("follow_up", "summary"),
    }.items():
        projects.change(root, path, projects.forgotten(*addresses))


def test_what_matters_most_to_readers_comes_first(root: Path) -> None:
    make_holes(root)
    told = next_("es")["next"]
    spanish = "curriculum/translations/es/"
    assert [(one["path"].removeprefix(spanish), one["address"]) for one in told] == [
        ("guides/3-5.po", "safety"),
        ("interface.po", "Search"),
        ("home/home.po", "lead"),
        ("guides/3-5.po", "title"),
        ("guides/3-5.po", "summary"),
        ("topics/privacy.po", "summary"),
        ("letters/3-5.po", "greeting"),
        ("integrity/3-5.po", "summary"),
        ("workshops/paper-machine.po", "summary"),
        ("glossary/claim.po", "example"),
        ("bands/3-5.po", "stage"),
        ("lessons/two-sources.po", "title"),
        ("lessons/two-sources.po", "family/ask"),
        ("lessons/two-sources.po", "purpose"),
        ("workshops/paper-machine.po", "follow_up"),
        ("tools/class-chat.po", "summary"),
    ]  # fmt: skip
    assert told[0]["english"].startswith("Above all, ")
    assert told[0]["why"].endswith("readers get the English meanwhile")
    assert told[4]["why"].endswith("readers get the old translation with a mark")


def test_as_many_are_shown_as_asked_for(root: Path) -> None:
    make_holes(root)
    told = run("next", "es", "--most", "2").output
    assert told.count("      ") == 2
    assert told.endswith("16 to translate; 14 more than are shown.\n")
    assert len(next_("es", "--most", "3")["next"]) == 3
    assert run("next", "es", "--most", "0").exit_code == 2
    assert run("next", "fr").exit_code == 2


def test_a_language_is_asked_only_for_what_its_policy_wants(root: Path) -> None:
    projects.change(root, AR_LESSON, lambda address, entry: po.Entry(entry.english))
    told = next_("ar")["next"]
    assert {one["path"] for one in told} == {AR_LESSON}
    assert {one["address"].partition("/")[0] for one in told} == {"title", "summary", "family"}


def test_a_retired_document_waits_for_nobody(root: Path) -> None:
    file = root / "curriculum/topics/privacy.yml"
    file.write_text(file.read_text("utf-8") + "status: retired\n", "utf-8")
    path = "curriculum/translations/es/topics/privacy.po"
    projects.change(root, path, projects.forgotten("summary"))
    assert path not in {one["path"] for one in next_("es")["next"]}


def test_words_that_move_a_cursor_are_printed_without_it() -> None:
    task = order.Task("a.po", "title", "Words\x1b[2J and \u202emore", State.MISSING, "why")
    assert "\x1b" not in "\n".join(order.lines([task], 1))
    assert "\u202e" not in "\n".join(order.lines([task], 1))


# Reviews


def state(root: Path, path: str, address: str) -> State:
    return po.read(root / path)[address].state


def test_a_person_signs_a_document(root: Path) -> None:
    told = run("review", "guides/3-5", "es", "--by", "Ana Ruiz", "--on", "2026-02-03")
    assert told.exit_code == 0, told.output
    assert told.output == f"{GUIDE}: 11 reviewed now.\n"
    for entry in po.read(root / GUIDE).values():
        assert entry.state is State.REVIEWED
        seal = reviews.seal(entry.english, entry.translation)
        assert f"Reviewed by Ana Ruiz, 2026-02-03 ({seal})" in entry.comments
    assert state(root, GUIDE.replace("/es/", "/ar/"), "title") is State.DRAFT


def test_without_a_language_it_is_signed_in_all(root: Path) -> None:
    told = run("review", "guides/3-5", "--by", "Ana Ruiz")
    assert told.output.count("11 reviewed now") == 2
    assert state(root, GUIDE.replace("/es/", "/ar/"), "title") is State.REVIEWED
    today = date.today().isoformat()
    assert f"Reviewed by Ana Ruiz, {today} (" in (root / GUIDE).read_text("utf-8")


YAML = "curriculum/guides/3-5.yml"


@pytest.mark.parametrize("name", ["guides/3-5", "guides/3-5.po", YAML, GUIDE, f"{{root}}/{YAML}"])
def test_a_document_goes_by_many_names(root: Path, name: str) -> None:
    told = run("review", name.format(root=root), "es", "--by", "Ana Ruiz")
    assert told.output == f"{GUIDE}: 11 reviewed now.\n"


def test_an_id_that_is_taken_twice_is_asked_back(root: Path) -> None:
    told = run("review", "3-5", "--by", "Ana Ruiz")
    assert told.exit_code == 2
    assert "guides/3-5" in told.output
    assert "letters/3-5" in told.output
    assert run("review", "two-sources", "es", "--by", "Ana Ruiz").exit_code == 0
    near = run("review", "to-sources", "--by", "Ana Ruiz")
    assert near.exit_code == 2
    assert "Did you mean “two-sources”?" in near.output


def test_what_is_missing_or_stale_is_not_signed(root: Path) -> None:
    edit(root, "curriculum/guides/3-5.yml", "Ask your child how", "Ask your child when and how")
    projects.change(root, GUIDE, projects.forgotten("learns"))
    told = run("review", "guides/3-5", "es", "--by", "Ana Ruiz")
    assert told.output == (
        f"{GUIDE}: 9 reviewed now, 2 left.\n"
        "  1: it is not translated\n"
        "  1: it is stale: bring the translation up to date first\n"
    )
    assert state(root, GUIDE, "summary") is State.STALE
    assert po.read(root / GUIDE)["summary"].previous == "Ask your child how they checked an answer."


def test_single_passages_can_be_signed(root: Path) -> None:
    told = run("review", "guides/3-5", "es", "--by", "Ana Ruiz", "--passage", "safety")
    assert told.output == f"{GUIDE}: 1 reviewed now.\n"
    assert state(root, GUIDE, "learns") is State.DRAFT
    none = run("review", "guides/3-5", "es", "--by", "Ana Ruiz", "--passage", "safty")
    assert none.exit_code == 1
    assert none.output == f"{GUIDE}: 0 reviewed now, 1 left.\n  safty: there is no such passage\n"


def test_the_words_of_the_site_can_be_signed(root: Path) -> None:
    told = run("review", "interface", "es", "--by", "Ana Ruiz", "--passage", "Search")
    assert told.output == f"{INTERFACE}: 1 reviewed now.\n"
    assert state(root, INTERFACE, "Search") is State.REVIEWED


def test_signing_twice_changes_nothing_and_two_may_sign(root: Path) -> None:
    run("review", "guides/3-5", "es", "--by", "Ana Ruiz", "--on", "2026-02-03")
    data = (root / GUIDE).read_bytes()
    told = run("review", "guides/3-5", "es", "--by", "Ana Ruiz", "--on", "2026-03-04")
    assert told.output == f"{GUIDE}: 0 reviewed now, 11 before.\n"
    assert told.exit_code == 0
    assert (root / GUIDE).read_bytes() == data
    run("review", "guides/3-5", "es", "--by", "Mar Gil")
    names = [reviews.reviewer(one) for one in po.read(root / GUIDE)["safety"].comments]
    assert names == ["Ana Ruiz", "Mar Gil"]


def test_a_review_lapses_by_itself_and_its_mark_goes_with_the_next(root: Path) -> None:
    run("review", "guides/3-5", "es", "--by", "Ana Ruiz")
    edit(root, GUIDE, "[es] Ask your child how they", "[es] Ask the child how they")
    assert state(root, GUIDE, "summary") is State.DRAFT
    run("review", "guides/3-5", "es", "--by", "Mar Gil")
    marks = po.read(root / GUIDE)["summary"].comments
    assert [reviews.reviewer(one) for one in marks] == ["Mar Gil"]
    edit(root, "curriculum/guides/3-5.yml", "Ask your child how", "Ask your child when and how")
    projects.refresh(root)
    assert state(root, GUIDE, "summary") is State.STALE
    edit(root, "curriculum/guides/3-5.yml", "Ask your child when and how", "Ask your child how")
    projects.refresh(root)
    assert state(root, GUIDE, "summary") is State.REVIEWED


def test_what_people_remarked_stays(root: Path) -> None:
    edit(root, GUIDE, 'msgctxt "safety"', '# Ask the liaison.\nmsgctxt "safety"')
    run("review", "guides/3-5", "es", "--by", "Ana Ruiz")
    assert po.read(root / GUIDE)["safety"].comments[0] == "Ask the liaison."


MACHINES = (
    *("", "  ", "AI", "ai", "an AI", "A.I. draft", "IA", "ChatGPT", "GPT-4", "gpt4", "Claude"),
    *("claude 3.5 Sonnet", "Gemini 2.5 Pro", "Gemini", "DeepL", "Google Translate", "Copilot"),
    *("machine", "Machine translation", "the bot", "translation robot", "automatic", "LLM"),
    *("language model", "traducción automática", "máquina", "机器翻译", "機器翻譯"),
    *("Машинный перевод", "機翻"),
    *("Ana\nReviewed", "Ana\tRuiz", "Ana \u202eRuiz", "x" * 101),
)  # fmt: skip


@pytest.mark.parametrize("name", MACHINES, ids=ascii)
def test_no_machine_signs(root: Path, name: str) -> None:
    before = (root / GUIDE).read_bytes()
    told = run("review", "guides/3-5", "--by", name)
    assert told.exit_code == 2
    assert "cannot sign" in told.output
    assert (root / GUIDE).read_bytes() == before


PEOPLE = (
    *("Ana Ruiz", "the family liaison", "Ai Tanaka", "Ai Weiwei", "Claude Monet", "Siri Hustvedt"),
    *("María José Núñez (bilingual teacher, Room 12)", "阮氏明", "Աննա Սարգսյան", "O’Brien, J."),
    *("Alexa Chung", "Botsford", "Automne Dubois", "Gemini Adams", "Model School PTA"),
)


@pytest.mark.parametrize("name", PEOPLE)
def test_people_sign_under_their_names(name: str) -> None:
    assert reviews.fault(name) == ""
    mark = reviews.mark(name, "2026-02-03", "Moon", "Luna")
    assert reviews.reviewer(mark) == name
    assert reviews.holds(mark, "Moon", "Luna")


def test_what_a_machine_signed_by_hand_is_a_draft() -> None:
    mark = f"Reviewed by ChatGPT, 2026-02-03 ({po.seal('Moon', 'Luna')})"
    assert po.entry("Moon", "Luna", comments=(mark,)).state is State.DRAFT


def test_a_day_to_come_or_no_day_is_refused(root: Path) -> None:
    later = (date.today() + timedelta(days=2)).isoformat()
    for day in (later, "soon", "2026-13-01"):
        told = run("review", "guides/3-5", "--by", "Ana Ruiz", "--on", day)
        assert told.exit_code == 2, told.output


def test_a_file_that_cannot_be_read_is_not_signed(root: Path) -> None:
    (root / GUIDE).write_bytes(b'msgid "a\n')
    told = run("review", "guides/3-5", "es", "--by", "Ana Ruiz")
    assert told.exit_code == 1
    assert f"{GUIDE}:1:" in told.output
    assert (root / GUIDE).read_bytes() == b'msgid "a\n'


@given(st.text(min_size=1), st.text(min_size=1), st.text(min_size=1), st.text(min_size=1))
def test_a_review_holds_for_its_words_and_no_others(
    english: str, translation: str, other: str, name: str
) -> None:
    if reviews.fault(name):
        assert not reviews.holds(
            reviews.mark(name, "2026-02-03", english, translation), english, translation
        )
        return
    mark = reviews.mark(name, "2026-02-03", english, translation)
    assert reviews.holds(mark, english, translation)
    assert reviews.reviewer(mark) == name.strip()
    if other != english:
        assert not reviews.holds(mark, other, translation)
    if other != translation:
        assert not reviews.holds(mark, english, other)


def test_signing_leaves_other_passages_alone() -> None:
    entries = {"a": po.entry("One", "Uno"), "b": po.entry("Two", "Dos"), "c": po.Entry("Three")}
    done = reviewing.sign(entries, "Ana Ruiz", "2026-02-03", ("a", "c", "d"))
    assert done.marked == ("a",)
    assert done.entries["b"] == entries["b"]
    assert done.left == {"c": "it is not translated", "d": "there is no such passage"}


# Lint


def test_the_lint_is_quiet_about_sound_translations(root: Path) -> None:
    for path in (root / "curriculum/translations/ar").rglob("*.po"):
        projects.change(
            root, path.relative_to(root).as_posix(), lambda _, one: po.Entry(one.english)
        )
    told = run("lint", "ar", "--strict")
    assert told.exit_code == 0, told.output
    assert re.fullmatch(r"\d+ PO files: no errors, no warnings\.\n", told.output)


def test_the_lint_tells_errors_like_the_check(root: Path) -> None:
    edit(root, "curriculum/guides/3-5.yml", "Ask your child how", "Ask your 3 children how")
    projects.refresh(root)
    projects.change(
        root,
        GUIDE,
        lambda address, one: (
            po.entry(one.english, "Pregunte a sus 7 hijos.") if address == "summary" else one
        ),
    )
    told = run("lint", "es")
    assert told.exit_code == 1
    assert f"{GUIDE}:" in told.output
    assert "[altered-number]" in told.output
    assert "curriculum/translations/ar" not in told.output
    assert "altered-number" not in run("lint", "ar").output
    github = run("lint", "es", "--format", "github").output
    assert f"::error file={GUIDE}" in github


def test_the_lint_asks_no_other_rules(root: Path) -> None:
    file = root / "curriculum/lessons/3-5/two-sources.yml"
    file.write_text(file.read_text("utf-8").replace("3-5.EVA.1", "9-12.EVA.9"), "utf-8")
    told = json.loads(run("lint", "es", "--format", "json").output)
    names = {one.name for one in translations_rules()}
    assert {one["rule"] for one in told["findings"]} <= names
    assert "incomplete-language" not in {one["rule"] for one in told["findings"]}


def translations_rules() -> list[Any]:
    from builder.rules import every

    return [one for one in every() if one.family == "translation"]


def test_warnings_stop_only_the_strict(root: Path) -> None:
    projects.change(root, GUIDE, lambda address, one: po.entry(one.english, one.translation + " "))
    loose, strict = run("lint", "es"), run("lint", "es", "--strict")
    assert "warning" in loose.output
    assert loose.output == strict.output
    assert (loose.exit_code, strict.exit_code) == (0, 1)


def test_the_lint_says_what_cannot_be_read(root: Path) -> None:
    (root / GUIDE).write_bytes(b'msgid "a\n')
    told = run("lint", "es")
    assert told.exit_code == 1
    assert f"{GUIDE}:1:1: error:" in told.output
    assert run("lint", "fr").exit_code == 2
