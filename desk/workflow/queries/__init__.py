"""What the windows and reports show: frozen rows, read in few queries, written by nobody."""
