"""Nothing is lost: the line to the database, the outbox, drafts that an ended run left behind."""
