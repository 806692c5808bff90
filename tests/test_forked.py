"""Work in several processes ends, whichever of them is killed."""

from __future__ import annotations

import subprocess
import sys

import pytest

SPREAD = """
import os, pathlib, time
from builder import forked, hindrances

def work(number):
    {work}
    return number

os.cpu_count = lambda: 2
try:
    print(forked.spread(work, range(40), few=1) == list(range(40)))
except OSError as error:
    print(hindrances.told(error, pathlib.Path("/")))
"""


def spread(work: str) -> subprocess.CompletedProcess[str]:
    """What a process says that spreads this work; its answer ends when the last of all has."""
    words = [sys.executable, "-c", SPREAD.format(work=work)]
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=30)


def test_what_is_spread_comes_back_in_order() -> None:
    assert spread("time.sleep((number % 3) / 100)").stdout == "True\n"


@pytest.mark.promise("faults")
def test_work_ends_with_a_sentence_where_a_process_of_it_is_killed() -> None:
    """As the system does when memory is short."""
    done = spread("number == 17 and os.kill(os.getpid(), 9)")
    assert done.stdout.startswith("The memory ran out, or a part of the work was ended")
    assert done.stderr == ""


@pytest.mark.promise("faults")
def test_nobody_works_on_when_the_process_that_asked_is_killed() -> None:
    """They would hold the lock of the project."""
    done = spread("os.kill(os.getppid(), 9); time.sleep(60)")
    assert (done.returncode, done.stderr) == (-9, "")


BESIDE = """
import os, pathlib, time
from builder import forked, hindrances

asked = os.getpid()

def work():
    {work}
    return os.getpid() != asked

os.cpu_count = lambda: {cores}
told = forked.beside(work)
try:
    print(told())
except OSError as error:
    print(hindrances.told(error, pathlib.Path("/")))
"""


def beside(work: str, cores: int = 2) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-c", BESIDE.format(work=work, cores=cores)]
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=30)


@pytest.mark.parametrize(
    ("work", "cores", "said"),
    [
        ("pass", 2, "True\n"),
        ("pass", 1, "False\n"),
        ("os.getpid() != asked and os.kill(os.getpid(), 9)", 2, "False\n"),
        ("if os.getpid() != asked: raise OSError(28, 'x', 'y')", 2, "False\n"),
        ("raise OSError(28, 'x', 'site/y')", 2, "The disk is full (site/y). "),
    ],
    ids=["begun", "one core", "killed", "failed once", "fails"],
)
def test_work_that_is_begun_beside_comes_to_its_end(work: str, cores: int, said: str) -> None:
    """By another process, or by the one that asks where that did not come to its end."""
    done = beside(work, cores)
    assert done.stdout.startswith(said)
    assert done.stderr == ""


@pytest.mark.promise("faults")
def test_what_was_begun_beside_ends_when_the_process_that_asked_is_killed() -> None:
    done = beside("os.kill(os.getppid(), 9); time.sleep(60)")
    assert (done.returncode, done.stderr) == (-9, "")
