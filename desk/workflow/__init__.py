"""Every act at a window, as a service: callable from a window, a day file and a test alike."""
