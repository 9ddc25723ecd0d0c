"""Photoshop documents, PSD and PSB.

records.py   what the file holds, as frozen values; no pixels are decoded
parser.py    bytes -> records, going on behind damage
codec.py     channel data <-> rows of samples (raw, RLE, ZIP, ZIP with prediction)
tiles.py     rows of channels <-> the tiles of a raster
modes.py     other colour modes and depths -> R'G'B' in 8 or 16 bit
mapping.py   tables: blend modes, colour tags, flags, blocks we cannot draw
private.py   what only we know (roles, slots), in a resource of its own
reader.py    file -> Document
writer.py    Document -> file
"""
