"""Status, reviews and names of documents say what is true."""
