"""Circles are told once, from their first member, however long the way is."""

from __future__ import annotations

from itertools import pairwise

import pytest

from builder.model.cycles import cycles


def told(graph: dict[str, list[str]]) -> list[str]:
    return [" ".join(circle) for circle in cycles(graph)]


@pytest.mark.parametrize(
    ("graph", "circles"),
    [
        ({}, []),
        ({"a": []}, []),
        ({"a": ["a"]}, ["a"]),
        ({"a": ["a", "a"]}, ["a"]),
        ({"b": ["a"], "a": ["a"]}, ["a"]),
        ({"a": ["b"], "b": ["a"]}, ["a b"]),
        ({"b": ["a"], "a": ["b"]}, ["b a"]),
        ({"c": ["d"], "a": ["b"], "b": ["a"], "d": ["a"]}, ["a b"]),
        ({"a": ["b", "c"], "b": ["a"], "c": ["a"]}, ["a b", "a c"]),
        ({"a": ["b"], "b": ["c"], "c": ["b", "a"]}, ["b c", "a b c"]),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
        ({"a": ["nowhere"], "b": ["a"]}, []),
    ],
)
def test_circles(graph: dict[str, list[str]], circles: list[str]) -> None:
    assert told(graph) == circles


def test_a_circle_reached_from_the_middle_begins_with_its_first_member() -> None:
    assert told({"x": ["c"], "a": ["b"], "b": ["c"], "c": ["a"]}) == ["a b c"]


def test_a_very_long_way() -> None:
    names = [f"n{number}" for number in range(3000)]
    chain = {name: [following] for name, following in pairwise(names)}
    assert told({**chain, names[-1]: []}) == []
    assert told({**chain, names[-1]: [names[0]]}) == [" ".join(names)]
