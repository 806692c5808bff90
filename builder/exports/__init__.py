"""Files to take away: PDF, Word, PowerPoint, cartridges and tables, all from the documents."""

from builder.exports.formats import FORMATS
from builder.exports.store import Store, every, missing_fonts

PDFS = ("pdf", "handouts")
FONTS_HINT = "On Debian or Ubuntu: sudo apt-get install fonts-noto-core fonts-noto-cjk"

__all__ = ["FONTS_HINT", "FORMATS", "PDFS", "Store", "every", "missing_fonts"]
