"""Photos: one object chosen, cut out with its effects, and the background closed behind it.

Works with what is in `resources/models`; larger models take steps over where they are there.
May touch: document, compositor, numpy, opencv, onnxruntime, pymatting.
"""
