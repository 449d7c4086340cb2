"""Editors of single values, the keyboard's habits, and the scanner in front of both."""
