"""What one workstation keeps for itself: its settings."""
