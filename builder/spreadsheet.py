"""Tables for spreadsheets: CSV that opens in the right letters and holds no formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula; the last four are wide forms."""


def table(rows: Iterable[Sequence[object]]) -> bytes:
    """RFC 4180, with the mark that lets a spreadsheet read it as UTF-8."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerows([_safe(one) for one in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def _safe(value: object) -> object:
    """Words that a spreadsheet would take for a formula get an apostrophe before them.

    Source: OWASP, CSV injection.
    """
    if isinstance(value, int):
        return value
    words = str(value)
    return f"'{words}" if words.lstrip().startswith(FORMULA) or words[:1].isspace() else words
