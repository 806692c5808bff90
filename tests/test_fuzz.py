"""Any bytes at each door, for seconds; `make fuzz` has more time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fuzz.__main__ import NAMES
from fuzz.by_hypothesis import tries
from fuzz.targets import TARGETS, Target
from promises import LONG, Tried

INPUTS = 20_000 if LONG else 500


@pytest.mark.promise("any-bytes")
@pytest.mark.parametrize("name", TARGETS)
def test_any_bytes_hold(name: str, tried: Tried) -> None:
    seeds = TARGETS[name].seeds()
    for data in seeds:
        TARGETS[name](data)
    tries(TARGETS[name], INPUTS, start=2026)
    tried("inputs", len(seeds) + INPUTS)


def test_what_never_ends_does_not_pass_and_is_told_with_its_input() -> None:
    def never(data: bytes) -> None:
        while b"*" in data:
            pass

    target = Target(never, lambda: (b"some words",), (b"*",), seconds=0.01)
    with pytest.raises(TimeoutError, match=r"more than 0\.01 s") as told:
        tries(target, 200, start=1)
    assert b"*" in told.value.input  # type: ignore[attr-defined]


def fuzz(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """`python -m fuzz` in this folder."""
    return subprocess.run(
        [sys.executable, "-m", "fuzz", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.promise("any-bytes")
def test_fuzzing_for_a_given_time_tries_every_target(tmp_path: Path) -> None:
    done = fuzz(tmp_path, str(len(TARGETS)))
    assert done.returncode == 0, done.stdout + done.stderr
    assert tuple(TARGETS) == NAMES
    assert done.stdout.endswith("Everything held.\n")


def test_an_input_that_was_kept_is_tried_once_more(tmp_path: Path) -> None:
    file = tmp_path / "source-crash-0"
    file.write_bytes(b"title: A lesson\n")
    assert fuzz(tmp_path, "--repeat", str(file)).stdout == "This input holds.\n"
