"""Facts carry their source, its day and its licence."""
