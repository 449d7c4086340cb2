"""Why? What can and can't be done now with a unit or a case, who acts next, what is in the way."""
