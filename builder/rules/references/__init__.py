"""Every id that is named exists, once, and is still in use."""
