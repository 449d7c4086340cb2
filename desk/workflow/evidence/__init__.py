"""What an approver compares: the rows of a case, who compared each, and what was said of it."""
