"""What the recolour mode shows beside and over the picture."""
