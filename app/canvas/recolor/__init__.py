"""What the recolour mode does on the canvas: keys, marks, the fast preview, picking colours."""
