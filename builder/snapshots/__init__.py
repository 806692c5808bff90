"""What an edition remembers of its documents, and what has changed since another one."""

from builder.snapshots.comparing import Audience, Change, Kind, compared, for_audience
from builder.snapshots.kept import FOLDER, Broken, kept, latest, path_of
from builder.snapshots.record import Record, Statement, record, statements
from builder.snapshots.snapshot import FILE, Snapshot

__all__ = [
    "FILE",
    "FOLDER",
    "Audience",
    "Broken",
    "Change",
    "Kind",
    "Record",
    "Snapshot",
    "Statement",
    "compared",
    "for_audience",
    "kept",
    "latest",
    "path_of",
    "record",
    "statements",
]
