"""Trying changed law: the cases of a period judged once more, by the law in force and by another.

Each case is judged on what was handed in and what the register held at the moment it was judged
first, by the law of that day. An attempt that was refused then left nothing behind, so what a
milder law would have let through cannot be found; what a stricter one would have stopped can.
"""
