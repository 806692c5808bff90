"""What a translation must keep of the English, and what its own language asks of it."""
