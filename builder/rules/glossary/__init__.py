"""The glossary: short, clear, and each term explained once."""
