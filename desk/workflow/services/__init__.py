"""The acts themselves, one file per station of the house."""
