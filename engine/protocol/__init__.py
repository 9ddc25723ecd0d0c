"""The wire between window and engine: what is said, how it is framed, where the pixels lie.

May touch: `engine.document`, `engine.errors`, msgspec, numpy. The only room that both processes
import for talking.
"""
