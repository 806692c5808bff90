"""A starter stands in the right place, is valid, is laid out well, and says what is left to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder import cli, rules, settings, source
from builder.finding import Severity
from builder.layout import formatted
from builder.model import curriculum as model
from builder.model.base import Document
from builder.model.grades import BANDS
from builder.model.lesson import Lesson
from builder.scaffold import StarterError, kind_named, starter
from builder.starter_words import is_starter, to_write
from builder.validation import validate

OF_BANDS = ("band", "integrity", "guide", "letter", "sheet")
KINDS = [kind.kind for kind in model.KINDS]


def call(root: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[int, str]:
    monkeypatch.chdir(root)
    result = CliRunner().invoke(cli.main, ["new", *arguments])
    return result.exit_code, result.output


def begun(root: Path, monkeypatch: pytest.MonkeyPatch, name: str, band: str = "6-8") -> str:
    """A starter of the kind below `root`, in place of a document that must be alone; its path."""
    kind = kind_named(name)
    id = band if name in OF_BANDS else kind.only or "my-new-one"
    path = f"{kind.folder}/{band}/{id}.yml" if kind.by_band else f"{kind.folder}/{id}.yml"
    (root / path).unlink(missing_ok=True)
    code, said = call(root, monkeypatch, name, id, *(["--band", band] if kind.by_band else []))
    assert code == 0, said
    assert said == (
        f"{path} is ready for your words. Open it and replace what asks for them.\n"
        f"What is left to do: curriculum check {path}\n"
    )
    return path


def errors(root: Path) -> set[str]:
    """The rules that find an error."""
    district, _ = settings.load(root)
    assert district
    said = rules.check(model.load(root), district)
    return {one.rule for one in said if one.severity is Severity.ERROR}


@pytest.mark.parametrize("name", KINDS)
def test_a_starter_can_be_read_and_wants_only_words(
    name: str, district: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = begun(district, monkeypatch, name)
    curriculum = model.load(district)
    assert curriculum.findings == ()
    assert path in {entry.path for entry in curriculum.loaded}
    if name not in (
        "band",
        "profile",
        "competencies",
    ):  # others name what an emptied one of these no longer has
        assert errors(district) <= {"starter-words"}


@pytest.mark.parametrize("name", KINDS)
def test_a_starter_has_the_layout_of_every_file(
    name: str, district: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = begun(district, monkeypatch, name)
    data = (district / path).read_bytes()
    assert formatted(data, path, kind_named(name), name) == (data, ())
    assert data.startswith(b"# yaml-language-server: $schema=../")


@pytest.mark.parametrize("name", KINDS)
def test_every_field_that_is_commented_out_may_be_used(
    name: str, district: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = begun(district, monkeypatch, name)
    words = (district / path).read_text("utf-8")
    while (used := re.sub(r"(?m)^( *)#(?=[^ ]|  )", r"\1", words)) != words:
        words = used
    assert "reviewed:\n" in words
    document, findings = validate(kind_named(name), source.parse(words.encode(), path))
    assert findings == ()
    assert document


@pytest.mark.parametrize("band", BANDS)
def test_a_lesson_keeps_the_limits_of_its_band(
    band: str, district: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = begun(district, monkeypatch, "lesson", band)
    assert errors(district) == {"starter-words"}
    curriculum = model.load(district)
    lesson = next(one for one in curriculum.in_use(Lesson) if one.id == "my-new-one")
    limits = next(one for one in curriculum.bands if one.id == band)
    assert (lesson.band, lesson.grades) == (band, limits.grades)
    assert lesson.minutes in limits.lesson_minutes
    assert lesson.segments[0].kind == "think"
    assert path == f"curriculum/lessons/{band}/my-new-one.yml"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("lessen", "a"), "Did you mean “lesson”?"),
        (("lesson", "Ask Twice", "--band", "3-5"), "“Ask Twice” cannot be an id."),
        (("lesson", "../up", "--band", "3-5"), "“../up” cannot be an id."),
        (("lesson", "a" * 65, "--band", "3-5"), "an id has at most 64"),
        (("lesson", "ask-twice"), "Add --band with tk-2, 3-5, 6-8 or 9-12."),
        (("lesson", "ask-twice", "--band", "5-6"), "“5-6” is no band."),
        (("lesson", "two-sources", "--band", "6-8"), "lessons/3-5/two-sources.yml"),
        (("guide", "3-5"), "There is a guide “3-5” already"),
        (("guide", "year-four"), "named for it: tk-2, 3-5, 6-8 or 9-12."),
        (("letter", "3-5", "--band", "6-8"), "Leave --band out."),
        (("framework", "a", "--band", "3-5"), "belongs to no band"),
        (("home", "start"), "its id is “home”"),
    ],
)
def test_what_cannot_be_begun_is_said_in_a_sentence(
    arguments: tuple[str, ...], says: str, district: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(district.rglob("*"))
    code, said = call(district, monkeypatch, *arguments)
    assert code == 1
    assert says in said
    assert sorted(district.rglob("*")) == before


def test_a_file_that_nobody_can_read_is_not_written_over(
    district: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = district / "curriculum/glossary/claim.yml"
    file.write_text("id: [", "utf-8")
    code, said = call(district, monkeypatch, "term", "claim")
    assert code == 1
    assert "nobody can read it" in said
    assert file.read_text("utf-8") == "id: ["


def test_a_lesson_needs_an_outcome_and_a_band(
    district: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (district / "progression/bands/3-5.yml").unlink()
    code, said = call(district, monkeypatch, "lesson", "a", "--band", "3-5")
    assert (code, "There is no file of band 3-5." in said) == (1, True)
    for file in (district / "progression").glob("*.yml"):
        file.unlink()
    code, said = call(district, monkeypatch, "lesson", "a", "--band", "3-5")
    assert (code, "No outcome of band 3-5 is in use." in said) == (1, True)


def test_a_strand_takes_letters_that_are_free(district: Path) -> None:
    curriculum = model.load(district)
    strand = kind_named("strand")
    assert "\ncode: EVA\n" not in starter(strand, "evasion", None, curriculum).text
    assert "\ncode: AIX\n" in starter(strand, "ai-2", None, curriculum).text


def test_the_words_of_a_starter_ask_for_what_the_field_holds() -> None:
    assert to_write("Why this belongs in class. At most ten.") == (
        "Write here: why this belongs in class."
    )
    assert to_write("AI answers, in a list.") == "Write here: AI answers, in a list."
    assert is_starter(to_write("Anything."))
    assert not is_starter("Write here what you see.")


def test_an_unknown_kind_lists_all() -> None:
    with pytest.raises(StarterError) as error:
        kind_named("xyz")
    assert all(kind.kind in str(error.value) for kind in model.KINDS)
    assert all(issubclass(kind_named(name), Document) for name in KINDS)
