"""Whether the words of a document reach its readers whole."""
