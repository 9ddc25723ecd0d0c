"""The layer panel: rows, head with blend mode and opacity, foot with the sum check."""
