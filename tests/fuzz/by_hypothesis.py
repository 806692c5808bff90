"""Inputs by Hypothesis: seeds with parts taken out and pieces put in, and plain bytes."""

from __future__ import annotations

import time

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from fuzz.targets import Target

PHASES = (Phase.generate, Phase.shrink)


def inputs(target: Target) -> st.SearchStrategy[bytes]:
    """Bytes that are often nearly right."""
    piece = st.one_of(st.sampled_from(target.pieces), st.binary(max_size=4))
    edit = st.tuples(st.floats(0, 1), st.integers(0, 40), piece)
    changed = st.builds(edited, st.sampled_from(target.seeds()), st.lists(edit, max_size=8))
    return st.one_of(changed, st.lists(piece, max_size=40).map(b"".join), st.binary(max_size=200))


def edited(data: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    """The bytes with each piece put in at its place, for as many as are taken out there."""
    for place, taken, piece in edits:
        at = round(place * len(data))
        data = data[:at] + piece + data[at + taken :]
    return data


def tries(target: Target, examples: int, start: int) -> None:
    """Try so many inputs; the smallest that does not hold is told with what was raised."""

    @seed(start)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=PHASES,
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs(target))
    def holds(data: bytes) -> None:
        try:
            target(data)
        except Exception as error:
            error.add_note(f"The input: {data!r}")
            error.input = data  # type: ignore[attr-defined]
            raise

    holds()


def tries_for(target: Target, seconds: float) -> int:
    """Try inputs for this long; how many."""
    begun, rounds = time.monotonic(), 0
    while time.monotonic() < begun + seconds:
        tries(target, 500, time.time_ns())
        rounds += 1
    return 500 * rounds
