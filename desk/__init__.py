"""What people do at the desk: services, windows, whole days, the command line."""
