"""Builds on a machine that fails at any point: the last good site stays, the next build is right.

One project lives through all faults of a test. Its lesson has one title or the other, so each build
has something to do, and a site is the one of before or the one of after, never a third.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import faulty
import projects
import pytest
from faulty import Ended, Fault, Machine
from projects import differing, files
from promises import LONG, Tried

from builder import files as disk
from builder.exports import store

DIRTY = ["build", "--dirty"]
ROADS = (["build"], DIRTY) if LONG else (DIRTY,)
SIZES = (0, 900, 5_000, 10_000, 20_000, 60_000, 120_000) if LONG else (900, 20_000)
MEMORIES = {f"{one}.json" for one in ("data", "facts", "findings", "pages", "sources")}
TWO_RENAMES = ("os.rename .site-old", "os.rename site")
BUILT = "The site stands in site/.\n"
SHORT = r"The memory ran out, or a part of the work was ended from outside\. .*\n"
FULL = r"The disk is full( \(\S+\))?\. Make room, then run the same command again\.\n"
CLOSED = r"\S* ?may not be written or read\. Give yourself the right to it, .*\n"


@pytest.fixture(scope="module")
def machine() -> Iterator[Machine]:
    with faulty.machine() as made:
        yield made


@dataclass
class Trial:
    """A project between two titles, and its site with each."""

    root: Path
    machine: Machine
    old: Mapping[str, bytes]
    new: Mapping[str, bytes]
    titles: tuple[str, str] = ("title: Two sources", "title: Two good sources")

    def turn(self) -> None:
        """Change the title, so that the site of before is the one of after."""
        projects.edit(self.root, projects.TWO_SOURCES, *self.titles)
        self.titles = self.titles[1], self.titles[0]

    def build(self, words: Sequence[str], fault: Fault, sentence: str = "") -> Ended:
        """A build with a fault, then one without: what a person sees of both is as promised."""
        self.turn()
        ended = self.machine.run(self.root, *words, fault=fault)
        site, refused = files(self.root / "site"), f"Error: The site was not built. {sentence}"
        if ended.code == -9:
            assert [] in (differing(site, self.old), differing(site, self.new)), (fault, ended)
            assert ended.said == "", (fault, ended)
        else:
            standing = self.new if ended.code == 0 else self.old
            assert differing(site, standing) == [], (fault, ended)
            assert re.fullmatch(BUILT if ended.code == 0 else refused, ended.said), (fault, ended)
            assert ended.code in (0, 2), (fault, ended)
        again = self.machine.run(self.root, *DIRTY)
        assert (again.code, again.said) == (0, BUILT), fault
        assert differing(files(self.root / "site"), self.new) == [], fault
        assert not list(self.root.glob(".site-*"))
        self.old, self.new = self.new, self.old
        return ended

    def met(self, words: Sequence[str], what: str) -> list[str]:
        """The points of a build: of a second one, as the first finds what others left."""
        self.build(words, Fault(what))
        return self.build(words, Fault(what)).points

    def lose(self, path: str, words: Sequence[str], fault: Fault) -> None:
        """A build from which a file vanishes, one without it, and one when it is back."""
        self.turn()
        data = (self.root / path).read_bytes()
        ended = self.machine.run(self.root, *words, fault=fault)
        assert not (self.root / path).exists()
        site = files(self.root / "site")
        if ended.code == 0:
            assert differing(site, projects.clean(self.root, fault.what)) == [], (path, ended)
            shutil.rmtree(self.root.parent / fault.what)
        else:
            assert differing(site, self.old) == [], (path, ended)
            assert re.fullmatch(f"Error: The site was not built. {GONE}", ended.said), (path, ended)
            self.machine.run(self.root, *DIRTY)
        (self.root / path).write_bytes(data)
        assert self.machine.run(self.root, *DIRTY).code == 0
        assert differing(files(self.root / "site"), self.new) == [], (path, ended)
        self.old, self.new = self.new, self.old


@pytest.fixture(scope="module")
def trial(
    built: Path,
    titled: dict[str, bytes],
    machine: Machine,
    tmp_path_factory: pytest.TempPathFactory,
) -> Trial:
    root = projects.copied(built, tmp_path_factory.mktemp("trial") / "project")
    return Trial(root, machine, dict(files(root / "site")), titled)


def chosen(points: list[str], many: int = 60) -> list[int]:
    """Some of the points, counted from 1: the last of each kind, and at random until `many`."""
    last = list({_kind(point): number for number, point in enumerate(points, 1)}.values())
    dice = random.Random(len(points))
    if not LONG:
        return dice.sample(last, 3)
    others = sorted({*range(1, len(points) + 1)} - {*last})
    return sorted({*last, *dice.sample(others, max(0, many - len(last)))})


def _kind(point: str) -> str:
    """What is done, and where: each of the builder's own files is a place, the site is one."""
    event, path = point.split(" ", 1)
    parts = path.split("/")
    return f"{event} {'/'.join(parts[:2]).rpartition('.')[0] if parts[0] == '.cache' else parts[0]}"


@pytest.mark.promise("faults")
@pytest.mark.parametrize("words", ROADS, ids=" ".join)
def test_a_full_disk_leaves_the_last_good_site(
    trial: Trial, words: Sequence[str], tried: Tried
) -> None:
    """At each kind of place where something is written, for once or from there on."""
    points = chosen(trial.met(words, "full"), 70)
    struck = 0  # one build has some steps more than another, after the exchange
    for number, point in enumerate(points):
        ended = trial.build(words, Fault("full", point, for_good=number % 2 == 0), FULL)
        struck += len(ended.points) >= point
    assert struck >= (60 if LONG else 3)
    tried("fault points", struck)


@pytest.mark.long
@pytest.mark.promise("faults")
@pytest.mark.parametrize("words", ROADS, ids=" ".join)
def test_a_build_that_is_killed_anywhere_leaves_a_whole_site(
    trial: Trial, words: Sequence[str], tried: Tried
) -> None:
    points = chosen(trial.met(words, "killed"), 70)
    ended = [trial.build(words, Fault("killed", point)).code for point in points]
    killed = ended.count(-9)
    assert killed >= 60
    tried("fault points", killed)


@pytest.fixture(scope="module")
def laden(built: Path, machine: Machine, tmp_path_factory: pytest.TempPathFactory) -> Trial:
    """The same with files to take away, which several processes make."""
    root = projects.copied(built, tmp_path_factory.mktemp("laden") / "project")
    projects.edit(root, "curriculum/district.yml", "downloads: false", "downloads: true")
    made = Trial(root, machine, {}, {})

    def site() -> dict[str, bytes]:
        assert machine.run(root, "build").code == 0
        made.turn()
        return dict(files(root / "site"))

    made.old, made.new = site(), site()
    assert site() == made.old
    made.turn()
    return made


@pytest.mark.long
@pytest.mark.promise("faults")
@pytest.mark.parametrize(("what", "sentence"), [("full", FULL), ("killed", SHORT)])
def test_files_to_take_away_are_whole(laden: Trial, what: str, sentence: str, tried: Tried) -> None:
    """Where they are made, kept, named in the index and put into the site; all are made anew."""
    index = laden.root / store.INDEX
    index.unlink()
    place = re.compile(rf"(open|os\.rename) {re.escape(store.FOLDER)}\S+")
    met = [one for one in laden.build(DIRTY, Fault(what)).points if place.fullmatch(one)]
    # A new file has eight letters at its end that are others each time.
    names = sorted({one[:-8] if one.startswith("open") else one for one in met})
    last = f"os.rename {store.INDEX}"
    assert last in names
    points = [last, *random.Random(1).sample(names, 12)]
    for point in points:
        index.unlink(missing_ok=True)
        assert laden.build(DIRTY, Fault(what, at=point), sentence).code in (2, -9), point
    tried("fault points", len(points))


@pytest.mark.promise("faults")
def test_a_rename_that_fails_is_taken_back(trial: Trial, tried: Tried) -> None:
    """Where the system cannot exchange two folders in one step."""
    for point in TWO_RENAMES:
        assert trial.build(DIRTY, Fault("full", at=point, renames=True), FULL).code == 2
    tried("fault points", len(TWO_RENAMES))


@pytest.mark.promise("faults")
@pytest.mark.parametrize("size", SIZES)
def test_a_file_that_is_cut_short_is_no_part_of_a_site(
    trial: Trial, size: int, tried: Tried
) -> None:
    """A limit that the system itself sets to the size of each file stands for the disk."""
    assert trial.build(DIRTY, Fault("cut", size), FULL).code == 2
    tried("full disks", 1)


@pytest.mark.promise("faults")
@pytest.mark.parametrize(
    ("folder", "code"),
    [("", 2), (".cache/", 2), (".cache/trash/", 0), (".site-", 2)],
)
def test_a_folder_that_cannot_be_written_in_is_named(
    trial: Trial, folder: str, code: int, tried: Tried
) -> None:
    """What only clears away behind the site may fail: a later build does it."""
    ended = trial.build(DIRTY, Fault("closed", at=folder), re.escape(folder.rstrip("/")) + CLOSED)
    assert ended.code == code
    tried("closed folders", 1)


FOLDERS = (
    *("curriculum", "curriculum/lessons/3-5", "curriculum/images", "curriculum/editions"),
    *("curriculum/translations/es", "progression"),
)


@pytest.mark.promise("faults")
@pytest.mark.parametrize("words", ROADS, ids=" ".join)
@pytest.mark.parametrize("folder", FOLDERS if LONG else FOLDERS[1:3])
def test_a_folder_that_cannot_be_listed_is_not_taken_for_an_empty_one(
    trial: Trial, folder: str, words: Sequence[str], tried: Tried
) -> None:
    (trial.root / folder).mkdir(exist_ok=True)
    assert trial.build(words, Fault("shut", at=folder), f"{folder} {CLOSED}").code == 2
    tried("closed folders", 1)


@pytest.mark.promise("faults")
@pytest.mark.parametrize("tool", ["cp", "rm"])
def test_a_program_of_the_system_that_fails_breaks_nothing(
    trial: Trial, tmp_path: Path, tool: str
) -> None:
    """Such as `cp` on a full disk: it leaves half a copy, and says so."""
    file = tmp_path / "tools" / tool
    file.parent.mkdir()
    file.write_text('#!/bin/sh\nmkdir -p "$4/lessons"; exit 1\n', "utf-8")
    file.chmod(0o755)
    shutil.rmtree(trial.root / ".cache/spare", ignore_errors=True)
    sentence = r"The last site could not be copied: the disk may be full\. .*\n"
    ended = trial.build(DIRTY, Fault("tool", at=str(file.parent)), sentence)
    assert ended.code == (2 if tool == "cp" else 0)


@pytest.mark.promise("faults")
@pytest.mark.parametrize("words", ROADS, ids=" ".join)
def test_of_two_builds_at_once_one_gives_way(
    trial: Trial, words: Sequence[str], tried: Tried
) -> None:
    trial.turn()
    with faulty.machine() as other, ThreadPoolExecutor() as both:
        other.run(trial.root, "--version")  # so that it has loaded all, too
        ended = list(both.map(lambda one: one.run(trial.root, *words), (trial.machine, other)))
    stands, refused = sorted(ended, key=lambda one: one.code)
    assert (stands.code, stands.said) == (0, BUILT)
    assert refused.code == 2
    assert refused.said.endswith(" Another build of this project is running; try again after it.\n")
    assert differing(files(trial.root / "site"), trial.new) == []
    trial.old, trial.new = trial.new, trial.old
    tried("builds at once", 2)


GONE = r"\S+ changed or went away in the middle of the work\. Run the same command again .*\n"
# Sources of each kind, and which of the times that a build opens them.
VANISHING = {
    "lesson read": ("curriculum/lessons/3-5/two-sources.yml", 0),
    "translation read": ("curriculum/translations/es/lessons/two-sources.po", -1),
    "translation weighed": ("curriculum/translations/es/lessons/two-sources.po", 0),
    "template weighed": ("overrides/partials/header.html", 0),
    "template read": ("overrides/partials/header.html", 1),
    "asset": ("overrides/assets/site.css", 0),
}


@pytest.mark.promise("faults")
@pytest.mark.parametrize("words", ROADS, ids=" ".join)
def test_a_file_that_vanishes_makes_no_mixed_site(
    trial: Trial, words: Sequence[str], tried: Tried
) -> None:
    """A site of before, or one made wholly without it; once it is back, the one of after."""
    met = trial.build(words, Fault("gone")).points
    told = VANISHING if LONG else dict(list(VANISHING.items())[:2])
    for path, time in told.values():
        opened = [number for number, point in enumerate(met, 1) if point == path]
        trial.lose(path, words, Fault("gone", opened[time]))
    tried("vanished files", len(told))


# What the builder remembers


def damaged(data: bytes, share: float) -> bytes:
    """With another bit somewhere."""
    place = min(int(len(data) * share), len(data) - 1)
    return data[:place] + bytes([data[place] ^ 0x20]) + data[place + 1 :]


def cut(data: bytes, share: float) -> bytes:
    """Only its beginning."""
    return data[: int(len(data) * share)]


def sealed(root: Path) -> list[Path]:
    """Every memory of the project that carries a seal."""
    found = [*root.glob(".cache/*.json"), *root.glob(".cache/templates/*")]
    return sorted(found)


def both(data: bytes, share: float) -> bytes:
    """One or the other, as its length decides."""
    return (damaged, cut)[len(data) % 2](data, share)


SHARES = [number / 30 for number in range(31)] if LONG else [0.5]


@pytest.mark.promise("memories")
@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("spoil", [damaged, cut] if LONG else [both])
def test_a_spoilt_memory_changes_no_page(
    trial: Trial, spoil: Callable[[bytes, float], bytes], share: float, tried: Tried
) -> None:
    """All of them at once, the spare site among them."""
    spare = sorted(trial.root.glob(".cache/spare/**/*.html"))[::5]
    every = [*sealed(trial.root), *spare]
    for memory in every:
        data = spoil(memory.read_bytes(), share)
        memory.unlink()  # the last site has pages of the spare as hard links
        memory.write_bytes(data)
    assert trial.build(DIRTY, Fault()).code == 0
    tried("spoilt memories", len(every))


@pytest.mark.promise("memories")
@pytest.mark.parametrize("step", range(1, 6) if LONG else [1])
def test_a_memory_in_the_place_of_another_changes_no_page(
    trial: Trial, step: int, tried: Tried
) -> None:
    """Each seal is right, but it stands elsewhere; pages of the spare change places, too."""
    spare = sorted(trial.root.glob(".cache/spare/**/*.html"))
    for memories in (sealed(trial.root), spare):
        held = [one.with_suffix(".held") for one in memories]
        for memory, aside in zip(memories, held, strict=True):
            memory.rename(aside)
        for aside, memory in zip(held, (*memories[step:], *memories[:step]), strict=True):
            aside.rename(memory)
    assert trial.build(DIRTY, Fault()).code == 0
    tried("spoilt memories", len(sealed(trial.root)) + len(spare))


@pytest.mark.promise("memories")
def test_no_byte_of_a_memory_changes_unseen(built: Path, tmp_path: Path, tried: Tried) -> None:
    many = 400 if LONG else 6
    memories = sealed(built)
    assert {one.name for one in memories} >= MEMORIES
    for memory in memories:
        data, file = memory.read_bytes(), tmp_path / memory.name
        for share in (number / many for number in range(many)):
            for spoil in (damaged, cut):
                file.write_bytes(spoil(data, share))
                assert disk.read_sealed(file) is None, (memory, share)
        file.write_bytes(data)
        assert disk.read_sealed(file) is not None
    tried("spoilt bytes", 2 * many * len(memories))
