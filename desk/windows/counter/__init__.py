"""The clerk's screens: the window, the acceptance of a case, money, hand-over, search."""
