"""Zip files that are the same each time: their entries in order, without a clock.

Office documents and cartridges are such files. Source: the zip format's DOS times begin in 1980.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any

_BEGINNING = (1980, 1, 1, 0, 0, 0)
_DAY = datetime(2000, 1, 1)
"""Stands in an Office document as the day of its making: such a file must name one."""


def packed(entries: Mapping[str, bytes]) -> bytes:
    """A zip file of these entries, in their order."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            package.writestr(entry, data)
    return made.getvalue()


def still(data: bytes) -> bytes:
    """The same zip file with its entries in the same order and its times fixed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return packed({name: package.read(name) for name in package.namelist()})


def timeless(properties: Any) -> None:
    """Set the times of an Office document's core properties, which are else those of a template."""
    properties.created = properties.modified = properties.last_printed = _DAY
    properties.last_modified_by, properties.revision = properties.author, 1
