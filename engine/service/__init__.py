"""The engine as a process: standard streams, the reader of requests, one job after the other.

May touch: `engine.protocol`, `engine.document`, `engine.progress`, `engine.errors` and
`engine.tasks.task`; tasks are imported when they are first asked for, so that the process answers
at once.
"""
