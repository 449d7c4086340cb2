"""What one workstation keeps for itself: settings, the journal of drafts, the outbox."""
