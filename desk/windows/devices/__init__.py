"""The machines of a workplace: one small protocol each, a simulated one, and a real way."""
