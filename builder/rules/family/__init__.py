"""What families read: short enough, complete, and true to its promise."""
