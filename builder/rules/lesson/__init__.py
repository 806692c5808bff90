"""A lesson can be taught from its page: thinking first, real supports, an end that shows it."""
