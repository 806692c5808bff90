"""How hard a text is to read, for the one who reads it."""
