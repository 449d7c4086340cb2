"""Captured pages: read in a child process, kept by what they contain. Knows no windows."""
