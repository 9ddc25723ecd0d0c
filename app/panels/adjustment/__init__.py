"""The settings of an adjustment: sliders, levels with their histogram, curves."""
