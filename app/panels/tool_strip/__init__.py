"""The tools and the two colours, at the left of the canvas."""
