"""What the pages of a site read, as it was when they were made.

A page is as it would be made now where everything it read is as it was; so each thing is looked at
once, not once for each page that read it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from builder.digests import COMMON, Digests, language_of

Told = Mapping[str, Mapping[str, str]]
"""The digest of each thing, by language; no language where it is the same in all."""


class Reads:
    """Compares what was read then with what stands now."""

    def __init__(self, digests: Digests, told: Told) -> None:
        self._digests, self._told = digests, told
        self._same: dict[str, frozenset[str]] = {}

    def hold(self, language: str, reads: Collection[str]) -> bool:
        """Whether all that a page of the language read is known and as it was."""
        same = self._as_they_were(language)
        return COMMON in same and same.issuperset(reads)

    def _as_they_were(self, language: str) -> frozenset[str]:
        if language not in self._same:
            of, told = self._digests.of, self._told.get(language, {})
            own = frozenset(read for read, was in told.items() if of(language, read) == was)
            self._same[language] = own | self._as_they_were("") if language else own
        return self._same[language]

    def now(self, read: Iterable[tuple[str, Iterable[str]]]) -> Told:
        """What to remember of pages, each told by its language and what it read."""
        wanted: defaultdict[str, set[str]] = defaultdict(set)
        for language, reads in read:
            wanted[language].update(reads)
        told: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for language, reads in wanted.items():
            for one in sorted({COMMON, *reads}):
                told[language_of(one, language)][one] = self._digests.of(language, one)
        return told
