"""One layout for every file: what stands in it stays, word for word, and so do its comments."""

from builder.layout.canon import changes, documents, formatted

__all__ = ["changes", "documents", "formatted"]
