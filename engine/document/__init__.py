"""What a document is: immutable values that share their pixels.

May touch: the standard library and numpy. No files, no codecs, no signals, no other engine room.
"""
