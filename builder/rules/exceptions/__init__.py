"""Exceptions that stand in a document are themselves looked at."""
