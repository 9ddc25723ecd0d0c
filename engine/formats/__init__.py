"""Files: pictures and layered documents, in and out.

May touch: engine.document, engine.compositor (merged pictures and thumbnails), engine.errors,
engine.progress and codecs (Pillow, OpenCV, numba, zlib). Not torch, not Qt, no other engine room.

Everything that reads bytes from outside checks sizes before it allocates (limits.py), and
everything that writes a file writes it aside first (atomic.py). Start with files.py.
"""
