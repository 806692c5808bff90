"""What a lesson asks fits the age of its students."""
