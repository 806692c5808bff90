"""Publishers that are killed, that run at once, and that meet what others left behind."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from promises import LONG, Tried
from publishing import git, listing, litter, released, repository, site

from builder.editions import Branch, FaultError, MovedError, publish, read

pytestmark = pytest.mark.promise("publishing")

HERE = Path(__file__).parent
# A publisher as a process of its own: root, edition, folder of the site, remote.
PUBLISHER = """
import os, sys
from pathlib import Path
os.setpgrp()
from builder.editions import Branch, MovedError, publish
root, edition, site, remote = sys.argv[1:]
print("ready", flush=True)
try:
    publish(Branch.at(Path(root), remote=remote or None), edition, Path(site), "0" * 40)
except MovedError as error:
    sys.exit(str(error))
"""
KILLS, ROUNDS, AT_ONCE, FULL = (200, 20, 8, 50) if LONG else (6, 1, 4, 6)


def publisher(root: Path, edition: str, folder: Path, remote: str = "") -> subprocess.Popen[str]:
    """The publisher, begun; it says when it has loaded what it needs."""
    words = [sys.executable, "-c", PUBLISHER, str(root), edition, str(folder), remote]
    return subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=HERE.parent
    )


def kill_after(one: subprocess.Popen[str], seconds: float) -> None:
    """Kill the publisher and whatever git it runs, as a power cut would."""
    assert one.stdout
    assert one.stdout.readline() == "ready\n"
    time.sleep(seconds)
    with suppress(ProcessLookupError):
        os.killpg(one.pid, signal.SIGKILL)
    one.wait()


def test_a_killed_publisher_leaves_the_old_branch_or_the_new_one(
    tmp_path: Path, tried: Tried
) -> None:
    """At random moments of its run; then the next run succeeds without help."""
    tried("kills", KILLS)
    root = repository(tmp_path / "project")
    on = released(root, "2026-27")
    folder = site(tmp_path / "new", "2027-28", pages=150)
    old = git(root, "rev-parse", on.ref)
    took = time.monotonic()
    whole = publisher(root, "2027-28", folder)
    assert whole.wait() == 0
    took = time.monotonic() - took
    new = listing(root)
    seed = random.Random(7)
    for _ in range(KILLS):
        git(root, "update-ref", on.ref, old)
        kill_after(publisher(root, "2027-28", folder), seed.uniform(0, took))
        assert listing(root) in (listing(root, old), new)
        git(root, "fsck", "--strict")
        if git(root, "rev-parse", on.ref) == old:
            publish(on, "2027-28", folder, "0" * 40)
        else:
            with pytest.raises(FaultError, match="published already"):
                publish(on, "2027-28", folder, "0" * 40)
        assert listing(root) == new
        assert read(on.repository, on.tip()).latest == "2027-28"
        assert litter(root) == []


STEPS = ["compose", "take", "move"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("after", [False, True])
def test_killed_before_or_after_each_step(tmp_path: Path, step: str, after: bool) -> None:
    root = repository(tmp_path / "project")
    on = released(root, "2026-27")
    old = listing(root)
    folder = site(tmp_path / "new", "2027-28")
    killing = f"""
from builder.editions import publishing, repository
home = {"publishing" if step == "compose" else "repository.Repository"}
real = getattr(home, "{step}")
def cut(*given):
    if {after}: real(*given)
    os.kill(os.getpid(), 9)
setattr(home, "{step}", cut)
"""
    code = PUBLISHER.replace('print("ready"', killing + 'print("ready"')
    words = [sys.executable, "-c", code, str(root), "2027-28", str(folder), ""]
    assert subprocess.run(words, cwd=HERE.parent, stdout=subprocess.DEVNULL).returncode == -9
    moved = step == "move" and after
    assert (listing(root) != old) is moved
    git(root, "fsck", "--strict")
    if not moved:
        publish(on, "2027-28", folder, "0" * 40)
    publish(on, "next", folder, "0" * 40)
    assert read(on.repository, on.tip()).latest == "2027-28"
    assert litter(root) == []


def test_a_lock_that_a_killed_git_left_is_taken_away(tmp_path: Path) -> None:
    root = repository(tmp_path / "project")
    on = released(root, "2026-27")
    (root / f".git/{on.ref}.lock").touch()
    released(root, "2027-28")
    assert read(on.repository, on.tip()).latest == "2027-28"
    assert litter(root) == []


@pytest.mark.parametrize("number", range(ROUNDS))
def test_publishers_at_once_in_one_checkout_lose_nothing(tmp_path: Path, number: int) -> None:
    root = repository(tmp_path / "project")
    on = released(root, "2020-21")
    years = [f"20{year}-{year + 1}" for year in range(26, 26 + AT_ONCE)]
    running = [publisher(root, year, site(tmp_path / year, year)) for year in years]
    ended = {year: one.wait() for year, one in zip(years, running, strict=True)}
    assert set(ended.values()) == {0}
    found = {one.version for one in read(on.repository, on.tip()).versions}
    assert found == {"2020-21", *years}
    assert litter(root) == []


@pytest.mark.parametrize("number", range(ROUNDS))
def test_publishers_at_once_in_clones_lose_nothing(tmp_path: Path, number: int) -> None:
    """Each either succeeds or says plainly to try again; what is listed is what succeeded."""
    there = tmp_path / "there.git"
    git(tmp_path, "init", "-q", "--bare", str(there))
    years = [f"20{year}-{year + 1}" for year in range(26, 26 + AT_ONCE)]
    running = []
    for year in years:
        root = repository(tmp_path / f"clone {year}")
        git(root, "remote", "add", "origin", str(there))
        running.append(publisher(root, year, site(tmp_path / year, year), "origin"))
    told = [one.communicate()[1] for one in running]
    succeeded = {year for year, one in zip(years, running, strict=True) if one.returncode == 0}
    assert succeeded
    for one, words in zip(running, told, strict=True):
        assert one.returncode == 0 or "Try again in a minute." in words, words
    on = Branch.at(tmp_path / f"clone {years[0]}", remote="origin")
    assert {one.version for one in read(on.repository, on.tip()).versions} == succeeded


def test_one_who_is_always_overtaken_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = released(repository(tmp_path / "project"), "2026-27")
    before = git(on.repository.root, "rev-parse", on.ref)
    monkeypatch.setattr(Branch, "move", lambda *_: False)
    with pytest.raises(MovedError, match="Try again"):
        released(on.repository.root, "2027-28")
    assert git(on.repository.root, "rev-parse", on.ref) == before


@pytest.mark.parametrize("kilobytes", range(FULL))
def test_a_full_disk_leaves_the_branch_as_it_was(
    tmp_path: Path, kilobytes: int, tried: Tried
) -> None:
    """The limit on the size of a file stands for the disk: git and we meet it at any write."""
    tried("full disks", 1)
    root = repository(tmp_path / "project")
    on = released(root, "2026-27")
    old = listing(root)
    folder = site(tmp_path / "new", "2027-28", pages=40, words=os.urandom(2000).hex())
    most = f"({kilobytes * 1024},) * 2"
    code = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, {most})\n{PUBLISHER}"
    words = [sys.executable, "-c", code, str(root), "2027-28", str(folder), ""]
    done = subprocess.run(words, cwd=HERE.parent, capture_output=True)
    assert done.returncode != 0
    assert listing(root) == old
    git(root, "fsck", "--strict")
    publish(on, "2027-28", folder, "0" * 40)
    assert read(on.repository, on.tip()).latest == "2027-28"
    assert litter(root) == []
