"""Links lead somewhere and say where; marks of formatting do what their writer meant."""
