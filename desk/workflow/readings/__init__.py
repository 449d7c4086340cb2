"""What facts mean to rules and effects alike: people, kinds of business, who will own."""
