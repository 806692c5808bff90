"""Circles in what builds on what, each told once and always in the same order."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping


def cycles(graph: Mapping[str, Collection[str]]) -> Iterator[tuple[str, ...]]:
    """Each circle that a walk along the graph closes, from its first member in the graph's order.

    The walk takes every step once and needs no recursion, so a long chain cannot break it. Of
    circles that share all but one step only the first may be told.
    """
    finished: set[str] = set()
    for start in graph:
        if start in finished:
            continue
        trail, ahead = [start], [_steps(graph, start)]
        while trail:
            following = next(ahead[-1], None)
            if following is None:
                finished.add(trail.pop())
                ahead.pop()
            elif following in trail:
                yield _turned(trail[trail.index(following) :], tuple(graph))
            elif following not in finished:
                trail.append(following)
                ahead.append(_steps(graph, following))


def _steps(graph: Mapping[str, Collection[str]], node: str) -> Iterator[str]:
    return iter([one for one in dict.fromkeys(graph[node]) if one in graph])


def _turned(circle: list[str], order: tuple[str, ...]) -> tuple[str, ...]:
    first = min(range(len(circle)), key=lambda number: order.index(circle[number]))
    return (*circle[first:], *circle[:first])
