"""A tool is in the register before it is in class, and the register is true."""
