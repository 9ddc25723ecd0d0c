"""Pure functions that make new pixels from pixels: selections, brushes, fills, transforms,
adjustments.

May touch: engine.document, engine.compositor, engine.progress, numpy, numba, opencv.
"""
