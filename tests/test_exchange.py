"""Parcels for translators and what comes back: nothing hostile gets in, nothing good gets lost."""

from __future__ import annotations

import hashlib
import io
import json
import re
import stat
import tempfile
import time
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import projects
import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st
from projects import GUIDE, INTERFACE, LESSON, edit, run

from builder import po, reviews
from builder.model.text import State
from builder.translators import merging, unpacking, weblate
from builder.translators.merging import Verdict, judged

SUMMARY = "Ask your child how they checked an answer."
SPANISH = "Pregunte a su hijo o hija cómo revisó una respuesta."


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample district with translations, its files as `refresh` writes them."""
    root = projects.make(tmp_path_factory.mktemp("exchange") / "project")
    projects.refresh(root)
    return root


def state(root: Path) -> Mapping[str, str]:
    """Every file of the project by its digest."""
    return {
        file.relative_to(root).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(root.rglob("*"))
        if file.is_file() and ".cache" not in file.parts
    }


def exported(root: Path, *words: str) -> dict[str, bytes]:
    """The files of a parcel by name."""
    told = run("export", "es", "--to", "parcel.zip", *words)
    assert told.exit_code == 0, told.output
    with zipfile.ZipFile(root / "parcel.zip") as parcel:
        return {one: parcel.read(one) for one in parcel.namelist()}


def packed(root: Path, files: Mapping[str, bytes]) -> Path:
    """A zip of these files beside the project."""
    with zipfile.ZipFile(root.parent / "back.zip", "w", zipfile.ZIP_DEFLATED) as parcel:
        for name, data in files.items():
            parcel.writestr(name, data)
    return root.parent / "back.zip"


def changed(data: bytes, **entries: po.Entry) -> bytes:
    """A PO file in which these entries stand instead; `_` in a name is `/` in an address."""
    told = {**po.parse(data), **{name.replace("__", "/"): one for name, one in entries.items()}}
    return po.write(told, {}, "es", "curriculum/guides/3-5.yml")


def sent(root: Path, path: str = GUIDE, **entries: po.Entry) -> Result:
    """What is said when a PO file comes back with these entries changed."""
    data = changed((root / path).read_bytes(), **entries)
    return run("import", str(packed(root, {path: data})))


# Export


def test_the_same_project_gives_the_same_bytes(root: Path) -> None:
    exported(root)
    first = (root / "parcel.zip").read_bytes()
    exported(root)
    assert (root / "parcel.zip").read_bytes() == first


def test_a_parcel_holds_every_file_and_a_letter(root: Path) -> None:
    told = exported(root)
    assert next(iter(told)) == "README.txt"
    assert list(told)[1:] == sorted(list(told)[1:])
    assert told[GUIDE] == (root / GUIDE).read_bytes()
    assert INTERFACE in told
    assert not [one for one in told if "/ar/" in one]
    with zipfile.ZipFile(root / "parcel.zip") as parcel:
        assert {one.date_time for one in parcel.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {stat.S_IFMT(one.external_attr >> 16) for one in parcel.infolist()} == {stat.S_IFREG}


def test_the_letter_speaks_plainly(root: Path) -> None:
    told = exported(root)["README.txt"].decode()
    assert told.startswith("AI Literacy in Spanish (Español): files to translate\n=====")
    for words in ("usted", "Leave as they are", "{number}", "To send it back", "CC BY 4.0"):
        assert words in told
    assert f"1. {LESSON}" in told, "what is missing comes first"
    assert re.search(r"\d+ files, \d+ passages, \d+ of them to translate\.", told)
    assert max(map(len, told.splitlines())) <= 80


def test_exporting_changes_no_file(root: Path) -> None:
    edit(root, "curriculum/guides/3-5.yml", "Ask your child how", "Ask your child when and how")
    before = state(root)
    told = exported(root)
    assert {**state(root), "parcel.zip": ""} == {**before, "parcel.zip": ""}
    entry = po.parse(told[GUIDE])["summary"]
    assert (entry.state, entry.previous) == (State.STALE, SUMMARY), "the English of today"


def test_only_what_needs_work_can_be_asked_for(root: Path) -> None:
    edit(root, "curriculum/guides/3-5.yml", "Ask your child how", "Ask your child when and how")
    told = exported(root, "--missing")
    assert list(po.parse(told[GUIDE])) == ["summary"]
    assert list(po.parse(told[LESSON])) == ["purpose"]
    assert INTERFACE not in told


def test_the_parcel_has_a_name_of_its_own(root: Path) -> None:
    assert run("export", "ar").output.startswith("translations-ar.zip: ")
    assert (root / "translations-ar.zip").is_file()
    assert run("export", "fr").exit_code == 2
    (root / "file").write_text("x", "utf-8")
    under = run("export", "ar", "--to", "file/x.zip")
    assert (under.exit_code, "a file stands where its folder would be" in under.output) == (1, True)


# Import: what is taken


def test_what_went_out_comes_back_without_a_change(root: Path) -> None:
    edit(root, "curriculum/guides/3-5.yml", "Ask your child how", "Ask your child when and how")
    projects.refresh(root)
    told = exported(root)
    before = state(root)
    back = run("import", str(packed(root, told)))
    assert back.exit_code == 0, back.output
    assert re.fullmatch(r"\d+ PO files bring nothing new\.\n", back.output)
    assert state(root) == before


def test_a_translation_of_todays_english_is_taken(root: Path) -> None:
    told = sent(root, summary=po.Entry(SUMMARY, SPANISH))
    assert told.exit_code == 0, told.output
    assert told.output == f"{GUIDE}: 1 taken, 10 the same.\n"
    entry = po.read(root / GUIDE)["summary"]
    assert (entry.translation, entry.state) == (SPANISH, State.DRAFT)
    assert "#. Family guide, grades 3–5: summary." in (root / GUIDE).read_text("utf-8")


def test_whoever_translated_can_be_named(root: Path) -> None:
    data = changed((root / GUIDE).read_bytes(), summary=po.Entry(SUMMARY, SPANISH))
    told = run("import", str(packed(root, {GUIDE: data})), "--by", "Mar Gil")
    assert told.exit_code == 0
    entry = po.read(root / GUIDE)["summary"]
    assert entry.comments == ("Translated by Mar Gil",)
    assert entry.state is State.DRAFT
    assert po.read(root / GUIDE)["learns"].comments == ()
    for name in (" ", "a\nb", "x" * 200, "\x1b[2J"):
        assert run("import", str(packed(root, {GUIDE: data})), "--by", name).exit_code == 2


def test_one_po_file_alone_is_taken_whatever_it_is_called(root: Path) -> None:
    data = changed((root / GUIDE).read_bytes(), summary=po.Entry(SUMMARY, SPANISH))
    file = root.parent / "3-5 (final) (2).po"
    file.write_bytes(data)
    told = run("import", str(file))
    assert told.output == f"{GUIDE}: 1 taken, 10 the same.\n"
    (root.parent / "unknown.po").write_bytes(data.replace(b"guides/3-5.yml", b"guides/x.yml", 1))
    none = run("import", str(root.parent / "unknown.po"))
    assert none.exit_code == 1
    assert "unknown.po: left; the curriculum has no such PO file." in none.output


def test_the_words_of_the_site_come_back_too(root: Path) -> None:
    data = po.write({"Search": po.Entry("Search", "Buscar")}, {}, "es", "words of the site itself")
    (root.parent / "site.po").write_bytes(data)
    told = run("import", str(root.parent / "site.po"))
    assert told.output == f"{INTERFACE}: 1 taken.\n"
    assert po.read(root / INTERFACE)["Search"].translation == "Buscar"
    assert len(po.read(root / INTERFACE)) > 300, "the others stay"


def test_a_folder_round_all_of_it_does_no_harm(root: Path) -> None:
    data = changed((root / GUIDE).read_bytes(), summary=po.Entry(SUMMARY, SPANISH))
    names = {f"es-back/{GUIDE}": data, "es-back/README.txt": b"x", "__MACOSX/._3-5.po": b"\0"}
    told = run("import", str(packed(root, names)))
    assert told.output == f"{GUIDE}: 1 taken, 10 the same.\n"


def test_a_po_file_of_nothing_is_left_and_said(root: Path) -> None:
    data = (root / GUIDE).read_bytes()
    names = {
        "curriculum/translations/es/guides/k.po": data,
        "curriculum/translations/fr/guides/3-5.po": data,
        "curriculum/guides/3-5.yml": b"id: x",
        GUIDE: changed(data, summary=po.Entry(SUMMARY, SPANISH)),
    }
    before = (root / "curriculum/guides/3-5.yml").read_bytes()
    told = run("import", str(packed(root, names)))
    assert told.exit_code == 0
    assert told.output.count("the curriculum has no such PO file") == 2
    assert (root / "curriculum/guides/3-5.yml").read_bytes() == before
    assert not (root / "curriculum/translations/fr").exists()


def test_what_poedit_writes_is_read(root: Path) -> None:
    words = (root / GUIDE).read_text("utf-8")
    words = words.replace('"Language: es\\n"', '"Language: es\\n"\n"X-Generator: Poedit 3.4\\n"')
    words = words.replace(
        f'msgstr "[es] {SUMMARY}"', f'msgstr ""\n"{SPANISH[:20]}"\n"{SPANISH[20:]}"'
    )
    words += '#~ msgctxt "old"\n#~ msgid "Old"\n#~ msgstr "Viejo"\n'
    told = run("import", str(packed(root, {GUIDE: words.replace("\n", "\r\n").encode()})))
    assert told.output == f"{GUIDE}: 1 taken, 10 the same.\n"
    assert po.read(root / GUIDE)["summary"].translation == SPANISH


# Import: what is left


def test_a_translation_of_older_english_fills_a_gap_as_stale(root: Path) -> None:
    projects.change(root, GUIDE, projects.forgotten("summary"))
    told = sent(root, summary=po.Entry("Ask your child.", SPANISH))
    assert "1 taken as stale" in told.output
    assert "summary: the English has changed since" in told.output
    entry = po.read(root / GUIDE)["summary"]
    assert (entry.state, entry.previous) == (State.STALE, "Ask your child.")
    assert (entry.english, entry.translation) == (SUMMARY, SPANISH)


def test_newer_words_are_not_lost_to_older(root: Path) -> None:
    before = state(root)
    told = sent(root, summary=po.Entry("Ask your child.", SPANISH))
    assert "left: summary: it is made from older English; newer words stand here" in told.output
    assert state(root) == before


def test_what_is_marked_as_needing_work_is_left(root: Path) -> None:
    fuzzy = po.Entry(SUMMARY, SPANISH, flags=frozenset({"fuzzy"}))
    told = sent(root, summary=fuzzy)
    assert "left: summary: it is marked as needing work (fuzzy)" in told.output
    assert po.read(root / GUIDE)["summary"].translation == f"[es] {SUMMARY}"


def test_a_passage_that_is_gone_is_said(root: Path) -> None:
    told = sent(root, nowhere__text=po.Entry("Gone.", "Ido."))
    assert "left: nowhere/text: the document has no such passage" in told.output


def test_words_that_a_person_reviewed_stay(root: Path) -> None:
    run("review", "guides/3-5", "es", "--by", "Ana Ruiz")
    before = state(root)
    told = sent(root, summary=po.Entry(SUMMARY, SPANISH))
    assert "left: summary: a person has reviewed other words here" in told.output
    assert state(root) == before


def test_no_import_makes_anything_reviewed_without_a_seal(root: Path) -> None:
    for mark in (
        "Reviewed by Ana Ruiz, 2026-02-03",
        "Reviewed by Ana Ruiz, 2026-02-03 (000000000000)",
        f"Reviewed by Ana Ruiz, 2026-02-03 ({reviews.seal(SUMMARY, 'Other.')})",
        f"Reviewed by ChatGPT, 2026-02-03 ({reviews.seal(SUMMARY, SPANISH)})",
    ):
        sent(root, summary=po.Entry(SUMMARY, SPANISH, comments=(mark,)))
        entry = po.read(root / GUIDE)["summary"]
        assert (entry.translation, entry.state) == (SPANISH, State.DRAFT)
        assert not [one for one in entry.comments if reviews.reviewer(one)]


def test_a_review_with_its_seal_comes_along(root: Path) -> None:
    mark = reviews.mark("Ana Ruiz", "2026-02-03", SUMMARY, SPANISH)
    sent(root, summary=po.Entry(SUMMARY, SPANISH, comments=("Checked with the liaison.", mark)))
    entry = po.read(root / GUIDE)["summary"]
    assert entry.state is State.REVIEWED
    assert entry.comments == ("Checked with the liaison.", mark)


# Import: what the rules refuse


BAD = {
    "number": ("Ask 3 times. Call 911.", "Pregunte 4 veces. Llame al 912.", "altered-number"),
    "link": ("See https://example.org/a now.", "Vea https://evil.example/a ya.", "altered-link"),
    "code": ("Type `stop` here.", "Escriba `alto` aquí.", "altered-code"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_fault_is_refused_with_its_place(root: Path, name: str) -> None:
    english, spanish, rule = BAD[name]
    edit(root, "curriculum/guides/3-5.yml", f"summary: {SUMMARY}", f"summary: {english!r}")
    projects.refresh(root)
    projects.change(root, GUIDE, projects.forgotten("summary"))
    data = changed((root / GUIDE).read_bytes(), summary=po.Entry(english, spanish))
    line = data.decode().splitlines().index(f'msgstr "{spanish}"') + 1
    told = run("import", str(packed(root, {GUIDE: data})))
    assert told.exit_code == 1
    assert "left: summary: the rules refuse it" in told.output
    assert f"{GUIDE}:{line}:" in told.output
    assert f"[{rule}]" in told.output
    assert spanish in told.output, "the line of the file that came"
    assert po.read(root / GUIDE)["summary"].state is State.MISSING


def test_lost_marks_are_refused_and_others_are_taken(root: Path) -> None:
    projects.change(root, GUIDE, projects.forgotten("word/text"))
    english = "A bus map and a grandmother are **sources**."
    told = sent(
        root,
        word__text=po.Entry(english, "Un mapa y una abuela son fuentes (*sources*)."),
        summary=po.Entry(SUMMARY, SPANISH),
    )
    assert told.exit_code == 1
    assert "[lost-markup]" in told.output
    assert po.read(root / GUIDE)["word/text"].state is State.MISSING
    assert po.read(root / GUIDE)["summary"].translation == SPANISH


def test_lost_places_of_the_site_are_refused(root: Path) -> None:
    english = next(one for one in po.read(root / INTERFACE) if "{number}" in one)
    data = po.write({english: po.Entry(english, "Sin lugar")}, {}, "es", "x")
    told = run("import", str(packed(root, {INTERFACE: data})))
    assert told.exit_code == 1
    assert "[altered-placeholder]" in told.output
    assert po.read(root / INTERFACE)[english].translation == f"[es] {english}"


def test_stale_words_are_judged_by_the_english_they_were_made_from(root: Path) -> None:
    projects.change(root, GUIDE, projects.forgotten("summary"))
    told = sent(root, summary=po.Entry("Ask 3 times.", "Pregunte 3 veces."))
    assert told.exit_code == 0, told.output
    told = sent(root, summary=po.Entry("See https://example.org/a.", "Vea https://evil.example/."))
    assert told.exit_code == 1
    assert po.read(root / GUIDE)["summary"].translation == "Pregunte 3 veces."


def test_a_warning_is_said_and_the_words_are_taken(root: Path) -> None:
    told = sent(root, summary=po.Entry(SUMMARY, "¿Tú preguntas a tu hija?"))
    assert told.exit_code == 0
    assert "warning" in told.output
    assert po.read(root / GUIDE)["summary"].translation == "¿Tú preguntas a tu hija?"


@pytest.mark.parametrize(
    "data", [b'msgid "a\n', b"\xff\xfe", 'msgid "a"\nmsgstr "b\u202ec"\n'.encode(), b"{}"]
)
def test_a_file_that_is_no_po_is_refused_and_the_others_are_taken(root: Path, data: bytes) -> None:
    good = changed((root / GUIDE).read_bytes(), summary=po.Entry(SUMMARY, SPANISH))
    before = (root / LESSON).read_bytes()
    told = run("import", str(packed(root, {GUIDE: good, LESSON: data})))
    assert told.exit_code == 1
    assert f"{LESSON}:" in told.output
    assert "[unreadable-po]" in told.output
    assert (root / LESSON).read_bytes() == before
    assert po.read(root / GUIDE)["summary"].translation == SPANISH


def test_a_broken_file_of_the_project_stops_before_anything_is_written(root: Path) -> None:
    good = changed((root / GUIDE).read_bytes(), summary=po.Entry(SUMMARY, SPANISH))
    lesson = (root / LESSON).read_bytes()
    (root / LESSON).write_bytes(b'msgid "a\n')
    before = state(root)
    told = run("import", str(packed(root, {GUIDE: good, LESSON: lesson})))
    assert told.exit_code == 1
    assert f"{LESSON}:1:" in told.output
    assert state(root) == before


@pytest.mark.parametrize("line", [b"#\n", b"\n", b"#. a\n", b'"a"\n', b"#~ a\n"])
def test_a_file_of_nothing_but_lines_is_read_at_once(line: bytes) -> None:
    """A search for entries at every place took hours for what a parcel may hold."""
    begun = time.process_time()
    with suppress(po.UnreadableError):
        po.parse(line * 50_000 + b"x")
    assert time.process_time() - begun < 5


# Weblate


def test_weblate_finds_every_file_once(root: Path) -> None:
    told = json.loads(run("weblate", "--repo", "https://git.example/it.git").output)
    patterns = [re.compile(f"^{one['configuration']['match']}$") for one in told["addons"]]
    main = told["component"]["filemask"]
    found: dict[str, set[str]] = {}
    for file in sorted((root / "curriculum/translations").rglob("*.po")):
        path = file.relative_to(root).as_posix()
        matches = [match for one in patterns if (match := one.match(path))]
        if path.replace("/es/", "/*/").replace("/ar/", "/*/") == main:
            assert not matches
            continue
        assert len(matches) == 1, path
        assert matches[0]["language"] in ("es", "ar")
        found.setdefault(matches[0].re.pattern, set()).add(matches[0]["component"])
    assert {"3-5", "6-8", "9-12", "tk-2"} in found.values()
    names = [one["configuration"]["name_template"] for one in told["addons"]]
    assert len(set(names)) == len(names)
    assert "Family guide: {{ component }}" in names


def test_weblate_gets_no_template_no_guesses_and_the_licence(root: Path) -> None:
    told = json.loads(run("weblate", "--repo", "https://git.example/it.git").output)
    main = told["component"]
    assert (main["template"], main["new_base"], main["new_lang"]) == ("", "", "none")
    assert (main["file_format"], main["license"]) == ("po", "CC-BY-4.0")
    assert main["file_format_params"]["po_fuzzy_matching"] is False
    assert main["repo"] == "https://git.example/it.git"
    assert re.fullmatch(main["language_regex"].strip("^$"), "es")
    assert not re.fullmatch(main["language_regex"].strip("^$"), "fr")
    assert told["project"]["language_aliases"] == ""


@pytest.mark.parametrize(
    ("tag", "code"),
    [("tl", "fil"), ("zh-Hans", "zh_Hans"), ("zh-Hant", "zh_Hant"), ("es", "es"), ("hy", "hy")],
)
def test_weblate_has_names_of_its_own_for_languages(tag: str, code: str) -> None:
    assert weblate.code(tag) == code


# Hostile parcels


def parcel(*entries: tuple[zipfile.ZipInfo | str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for entry, data in entries:
            made.writestr(entry, data)
    return stream.getvalue()


def link(name: str, kind: int = stat.S_IFLNK) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.create_system, entry.external_attr = 3, (kind | 0o777) << 16
    return entry


def packed_by(method: int) -> bytes:
    entry = zipfile.ZipInfo(GUIDE)
    entry.compress_type = method
    return parcel((entry, b"x"))


def encrypted() -> bytes:
    data = bytearray(parcel((GUIDE, b"x")))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def twice() -> bytes:
    """The same name twice, which `zipfile` warns of."""
    name = GUIDE.replace("3-5", "9-9")
    return parcel((GUIDE, b"x"), (name, b"y")).replace(name.encode(), GUIDE.encode())


def claims_little() -> bytes:
    """A file that says it has ten bytes and has three million."""
    data = bytearray(parcel((GUIDE, b"0" * 3_000_000)))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (10).to_bytes(4, "little")
    return bytes(data)


def spoilt() -> bytes:
    data = bytearray(parcel((GUIDE, bytes(range(256)) * 64)))
    data[60:90] = b"\xff" * 30
    return bytes(data)


HOSTILE: Mapping[str, Callable[[], bytes]] = {
    "out of the folder": lambda: parcel((f"../{GUIDE}", b"x")),
    "out of the folder in the middle": lambda: parcel((f"a/../../{GUIDE}", b"x")),
    "out of the translations": lambda: parcel(("curriculum/translations/../../x.po", b"x")),
    "from the root": lambda: parcel((f"/{GUIDE}", b"x")),
    "from the root twice": lambda: parcel((f"//{GUIDE}", b"x")),
    "from a drive": lambda: parcel((f"C:{GUIDE}", b"x")),
    "backslashes": lambda: parcel(("..\\..\\x.po", b"x")),
    "a link": lambda: parcel((link(GUIDE), b"/etc/passwd")),
    "a link that is no PO file": lambda: parcel((link("x"), b"/etc")),
    "a device": lambda: parcel((link(GUIDE, stat.S_IFCHR), b"")),
    "a pipe": lambda: parcel((link(GUIDE, stat.S_IFIFO), b"")),
    "twice": twice,
    "twice in folders": lambda: parcel((f"a/{GUIDE}", b"x"), (f"b/{GUIDE}", b"y")),
    "a bomb": lambda: parcel((GUIDE, b"0" * 3_000_000)),
    "a bomb that claims to be small": claims_little,
    "many files": lambda: parcel(*((f"{number}.txt", b"") for number in range(5_001))),
    "encrypted": encrypted,
    "packed by lzma": lambda: packed_by(zipfile.ZIP_LZMA),
    "packed by bzip2": lambda: packed_by(zipfile.ZIP_BZIP2),
    "a name that hides": lambda: parcel((f"\u202e{GUIDE}", b"x")),
    "a name of two lines": lambda: parcel((f"a\n{GUIDE}", b"x")),
    "spoilt": spoilt,
    "cut off": lambda: parcel((GUIDE, b"x" * 999))[:-30],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_parcel_changes_nothing(root: Path, name: str) -> None:
    before, beside = state(root), set(root.parent.iterdir())
    (root.parent / "back.zip").write_bytes(HOSTILE[name]())
    told = run("import", str(root.parent / "back.zip"))
    assert told.exit_code == 1, told.output
    assert state(root) == before
    assert set(root.parent.iterdir()) == beside | {root.parent / "back.zip"}
    assert not any(ord(letter) < 32 and letter != "\n" for letter in told.output)


def test_all_files_together_are_bounded(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_BYTES_IN_ALL", 5_000)
    names = {GUIDE: b"#" * 3_000, LESSON: b"#" * 3_000}
    told = run("import", str(packed(root, names)))
    assert told.exit_code == 1
    assert "is too large" in told.output
    monkeypatch.setattr(unpacking, "MOST_BYTES_PACKED", 50)
    assert "is larger than 50 bytes" in run("import", str(packed(root, names))).output
    monkeypatch.setattr(unpacking, "MOST_BYTES", 50)
    assert "is larger than 50 bytes" in run("import", str(root / GUIDE)).output


@given(st.text(max_size=40), st.booleans())
def test_no_name_is_taken_for_a_place_that_is_not_known(name: str, whole: bool) -> None:
    told = unpacking.place(f"{name}{GUIDE}" if whole else name, {GUIDE})
    assert told in (None, GUIDE)
    if told:
        assert name == "" or name.endswith("/")


@given(st.data())
def test_any_bytes_are_a_parcel_or_refused_in_words(data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from((SMALL, b"PK\x03\x04" + bytes(40)))))
    for _ in range(data.draw(st.integers(0, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "x.zip")
        file.write_bytes(whole)
        with suppress(unpacking.UnsafeError):
            told = unpacking.unpack(file, Path(folder, "into"), {GUIDE})
            assert set(told.paths) <= {GUIDE}


SMALL = parcel((GUIDE, b'msgid "a"\n' * 20), ("README.txt", b"x"), ("folder/", b""))


# One passage beside the other

WORDS = st.sampled_from(("Moon", "Sun", "Luna", "Sol", ""))
FLAGS = st.sampled_from((frozenset(), frozenset({"fuzzy"}), frozenset({"no-wrap"})))


@st.composite
def entries(draw: st.DrawFn) -> po.Entry:
    english, translation = draw(WORDS) or "Moon", draw(WORDS)
    previous, flags = draw(WORDS), draw(FLAGS)
    marks = [
        reviews.mark("Ana Ruiz", "2026-02-03", draw(WORDS), draw(WORDS)),
        reviews.mark("Ana Ruiz", "2026-02-03", english, translation),
        f"Reviewed by AI, 2026-02-03 ({reviews.seal(english, translation)})",
        "A remark.",
    ]
    comments = tuple(one for one in marks if draw(st.booleans()))
    return po.entry(english, translation, previous, comments, flags)


@given(entries(), entries(), st.sampled_from(("", "Mar Gil")))
def test_no_passage_gets_worse_by_what_comes(own: po.Entry, came: po.Entry, by: str) -> None:
    told = judged(own, came, by)
    after = told.entry
    assert after.english == own.english
    if told.verdict in (Verdict.LEFT, Verdict.EMPTY, Verdict.SAME):
        assert after == own
    if told.verdict is Verdict.TAKEN:
        assert (after.translation, after.state in (State.DRAFT, State.REVIEWED)) == (
            came.translation,
            True,
        )
        assert came.english == own.english
    if told.verdict is Verdict.STALE:
        assert after.state is State.STALE
        assert own.state in (State.MISSING, State.STALE)
    if own.translation.strip():
        assert after.translation.strip()
    if after.state is State.REVIEWED:
        assert own == after or any(
            reviews.holds(one, after.english, after.translation)
            for one in (*own.comments, *came.comments)
        )


@given(entries(), entries(), st.sampled_from(("", "Mar Gil")))
def test_what_has_come_once_brings_nothing_new(own: po.Entry, came: po.Entry, by: str) -> None:
    once = judged(own, came, by).entry
    again = judged(once, came, by)
    assert again.entry == once
    assert again.verdict not in (Verdict.TAKEN, Verdict.STALE)


def test_a_credit_stands_for_its_words_only() -> None:
    own = replace(po.entry("Moon", "Luna"), comments=("Translated by Mar Gil", "A remark."))
    other = judged(own, po.entry("Moon", "La luna"), "Lee Ho")
    assert other.entry.comments == ("A remark.", "Translated by Lee Ho")
    assert judged(own, po.entry("Moon", "Luna"), "Lee Ho").verdict is Verdict.SAME
    assert merging.judged(None, own).verdict is Verdict.LEFT
