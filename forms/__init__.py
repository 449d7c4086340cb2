"""What is asked of applicants and what the law says about it, as data and pure functions."""
