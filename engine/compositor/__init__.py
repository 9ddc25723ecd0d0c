"""Pixels from a document: one truth for the screen and for every export.

May touch: engine.document, numpy, and numba for the compiled kernels. No files, no Qt.
"""
