"""Practice on a demonstration centre, and the screen that begins it."""
