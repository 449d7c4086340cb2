"""清单: a list of applications, as the homes of a building, read, checked and accepted at once."""
