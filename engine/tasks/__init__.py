"""What the engine can do: one folder per capability, and the table of them.

A task may touch `engine.document`, `engine.compositor`, `engine.formats`, `engine.models`,
`engine.protocol.params` and `values`; it knows no other task and nothing of processes.
"""
