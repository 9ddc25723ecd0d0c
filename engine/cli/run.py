"""Runs one command and turns whatever happens into an exit status and one sentence."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from engine.cli.console import Console
from engine.cli.parser import build_parser
from engine.errors import OutOfMemory, UnflattenError, UnsupportedError
from engine.progress import JobCancelled

CANCELLED = 130
COMPOSITING = frozenset({"compose", "decompose", "flatten", "convert", "check", "lift", "recolor"})


def run(arguments: Sequence[str]) -> int:
    """Parse and run; usage errors exit with status 2 as argparse does."""
    options = build_parser().parse_args(arguments)
    if options.command == "serve":
        from engine.service.server import serve

        return serve()
    with Console(as_json=options.json) as console:
        try:
            if options.command in COMPOSITING:
                _start_loading_kernels()
            return _command(options.command)(options, console)
        except UnflattenError as error:
            console.failed(error)
            return error.exit_status
        except MemoryError:
            memory = OutOfMemory(
                "There is not enough memory for this picture.",
                "Close other programs or use a smaller picture.",
            )
            console.failed(memory)
            return memory.exit_status
        except (JobCancelled, KeyboardInterrupt):
            console.say("Cancelled. Nothing was written.")
            return CANCELLED
        except BrokenPipeError:
            # Somebody like `head` stopped reading; keep the interpreter from complaining at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        except Exception as error:
            if os.environ.get("UNFLATTEN_DEBUG"):
                raise
            console.failed(
                UnflattenError(
                    f"Something went wrong inside Unflatten ({type(error).__name__}: {error}).",
                    "Nothing of yours was changed; UNFLATTEN_DEBUG=1 shows the details.",
                )
            )
            return 1


def _start_loading_kernels() -> None:
    """Begin in the background what takes half a second, so that it is there when it is needed."""
    from engine.compositor.compile import kernels

    kernels()


def _command(name: str) -> Callable[[argparse.Namespace, Console], int]:
    """The function behind a command; imported on use, so that `--help` stays instant."""
    match name:
        case "decompose":
            from engine.cli.decompose import decompose

            return decompose
        case "compose":
            from engine.cli.compose import compose

            return compose
        case "flatten":
            from engine.cli.flatten import flatten

            return flatten
        case "convert":
            from engine.cli.flatten import convert

            return convert
        case "lift":
            from engine.cli.lift import lift

            return lift
        case "recolor":
            from engine.cli.recolor import recolor

            return recolor
        case "check":
            from engine.cli.check import check

            return check
        case "info":
            from engine.cli.info import info

            return info
        case "doctor":
            from engine.cli.doctor import doctor

            return doctor
        case _:
            return _not_available_yet


def _not_available_yet(options: argparse.Namespace, _console: Console) -> int:
    raise UnsupportedError(
        f"`unflatten {options.command}` is not available yet.",
        "`unflatten --help` lists what this version can do.",
    )
