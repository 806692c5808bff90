"""Units hold the lessons of their band in an order that can be taught."""
