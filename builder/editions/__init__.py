"""Editions by school year on the publishing branch; besides `builder.changes` only this asks git.

The one idea: an edition is a tree of git. Publishing is one commit made beside the work tree, and
one step in which the branch moves from the commit it was made on; readers see the old site or the
new one, whole.
"""

from builder.editions.branch import Branch, MovedError
from builder.editions.freezing import frozen
from builder.editions.published import NEXT, FaultError, Published, read
from builder.editions.publishing import publish, released, remember, source_of
from builder.editions.repair import repair
from builder.editions.versions import Version, VersionsError
from builder.editions.withdrawing import withdraw

__all__ = [
    "NEXT",
    "Branch",
    "FaultError",
    "MovedError",
    "Published",
    "Version",
    "VersionsError",
    "frozen",
    "publish",
    "read",
    "released",
    "remember",
    "repair",
    "source_of",
    "withdraw",
]
