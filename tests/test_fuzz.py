"""Any bytes at each door, for seconds; `make fuzz` has more time."""

from __future__ import annotations

import pytest
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
