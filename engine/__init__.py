"""The engine: everything Unflatten can do without a window, as a library and as a process.

May touch: anything but Qt and the window (`app`).
"""
