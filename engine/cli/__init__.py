"""The command line without a window, for scripts and batches.

May touch: every engine room. Exit status: 0 done, 1 a check failed, 2 usage, 3 unreadable or
unsafe file, 4 a model is missing, 5 out of memory, 130 cancelled. An error is one sentence on
stderr that says what happened and what to do.
"""
