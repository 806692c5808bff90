"""What a lesson builds on can be taught before it."""
