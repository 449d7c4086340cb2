"""Whole days as data: read, replayed through the services, reported."""
