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
