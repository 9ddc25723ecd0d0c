"""Recolouring: colour maths, tone families, harmonies, transfer, regions, palettes as files, and
the fast painting behind the recolour mode. May touch: document, progress, errors, numpy, numba. No
window, no codecs of pictures, no networks.
"""
