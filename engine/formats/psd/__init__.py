"""Photoshop documents, PSD and PSB.

In:
- records.py: what a file holds, as frozen values; no pixels are decoded
- parser.py, cursor.py, layer_records.py: bytes -> records, going on behind damage; salvage.py looks
  for layers where lists and lengths lead nowhere
- decoding.py: channels -> rasters, in threads; merged.py for the picture at the end of the file
- modes.py: other colour modes and depths -> R'G'B' in 8 or 16 bit
- masks.py: which stored mask applies and how; paths.py draws vector masks
- fills.py: solid colours, out of descriptors.py (Photoshop's key-value form)
- layer_tree.py: records -> layers and groups; undrawn.py says what of them is not drawn
- reader.py: file -> Document

Out:
- writer.py: Document -> file

Both:
- codec.py: channel data <-> rows of samples (raw, RLE, ZIP, ZIP with prediction); kernels.py and
  memory.py are its compiled inner loops, compile.py compiles them at set-up
- tiles.py: rows of channels <-> the tiles of a raster
- mapping.py: tables of blend modes, colour tags and flags
- private.py: what only we know (roles, slots), in a resource of its own
"""
