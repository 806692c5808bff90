"""What other programs take from the site beside its pages: CASE, open JSON, feeds, tables."""

from builder.data.every import every
from builder.data.file import BETWEEN, DataFile, Piece

__all__ = ["BETWEEN", "DataFile", "Piece", "every"]
