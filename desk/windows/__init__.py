"""What people see: Qt widgets that collect input, send one command, and show the answer."""
