"""Decompose a flat illustration into flat colour, shadow, highlight and line art.

May touch: numpy, opencv, numba, `engine.progress`. No files but the shipped tree model, no network.
"""
