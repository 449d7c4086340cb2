"""The Chinese texts of the windows, as source and compiled."""
