"""P02: what the applicant sees, checks and signs on the screen that faces the hall."""
