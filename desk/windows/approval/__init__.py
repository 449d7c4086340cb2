"""The back office's screens: the pool, the decision, the entry in the register."""
