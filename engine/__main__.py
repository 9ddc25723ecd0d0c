"""The command `unflatten`: a subcommand does its work here, anything else opens the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status (see engine.cli)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    from engine.cli.parser import is_command_line

    if is_command_line(arguments):
        from engine.cli.run import run

        return run(arguments)
    return open_window(arguments)


def open_window(files: Sequence[str]) -> int:
    """Become the window program. It is started by name, because the engine never imports it."""
    import runpy

    sys.argv = ["unflatten", *files]
    try:
        runpy.run_module("app", run_name="__main__", alter_sys=True)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
