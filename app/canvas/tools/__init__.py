"""What the pointer does on the picture: one file per tool."""
