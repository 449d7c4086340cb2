"""The shell around the screens: sign-in, top bar, rail, palette, keys, settings."""
