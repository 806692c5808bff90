"""Any bytes at all for the four doors through which words come in; `make fuzz` has the time."""
