"""What each item does to the register, as a plan that the registration service writes."""
