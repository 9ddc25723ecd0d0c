"""The list of named undo steps."""
