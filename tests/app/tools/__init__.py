"""The tools as an artist uses them."""
