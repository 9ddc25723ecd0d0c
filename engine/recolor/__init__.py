"""Recolouring: colour maths, tone families, harmonies, transfer, regions, palettes as files, and
the fast painting behind the recolour mode. May touch: document, compositor, progress, errors,
numpy, numba. No window, no codecs of pictures, no networks. numba is loaded by who paints, not by
importing the room.
"""
