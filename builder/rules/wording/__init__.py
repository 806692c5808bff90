"""Words: what is said about machines, learners and families, and how plainly."""
