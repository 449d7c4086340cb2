"""What the hall and the supervisors see."""
