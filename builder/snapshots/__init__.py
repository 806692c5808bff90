"""What an edition remembers of its documents, and what has changed since another one."""

from builder.snapshots.comparing import Audience, Change, Kind, compared, for_audience
from builder.snapshots.kept import (
    FOLDER,
    WITHDRAWN,
    Broken,
    Withdrawn,
    kept,
    path_of,
    withdrawn,
    withdrawn_from,
)
from builder.snapshots.record import Plan, Record, Statement, Value, record, statements
from builder.snapshots.snapshot import FILE, Snapshot
from builder.snapshots.telling import as_json, markdown, said, text

__all__ = [
    "FILE",
    "FOLDER",
    "WITHDRAWN",
    "Audience",
    "Broken",
    "Change",
    "Kind",
    "Plan",
    "Record",
    "Snapshot",
    "Statement",
    "Value",
    "Withdrawn",
    "as_json",
    "compared",
    "for_audience",
    "kept",
    "markdown",
    "path_of",
    "record",
    "said",
    "statements",
    "text",
    "withdrawn",
    "withdrawn_from",
]
