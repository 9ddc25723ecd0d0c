"""What the command line understands. Importing this costs nothing: no numpy, no codecs."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

VERSION = "0.1.0"
KINDS = ("auto", "illustration", "photo", "glass")
BATCH_FORMATS = ("psd", "psb", "ora", "unflatten", "zip")


def is_command_line(arguments: Sequence[str]) -> bool:
    """Whether these arguments ask for work in the shell rather than for the window."""
    return bool(arguments) and (arguments[0] in COMMANDS or arguments[0] in OPTIONS)


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(
        prog="unflatten",
        description="Opens a flat picture and gives back the layers it was painted from.",
        epilog="Without a command, `unflatten [FILES…]` opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"unflatten {VERSION}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (summary, add_arguments) in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=f"{summary}.")
        command.add_argument(
            "--json",
            action="store_true",
            help="machine-readable output: one object, or a line for each event",
        )
        add_arguments(command)
    return parser


def _decompose(command: argparse.ArgumentParser) -> None:
    _many_inputs(command)
    command.add_argument("--as", dest="kind", choices=KINDS, default="auto", help="what it is")
    command.add_argument("--report", metavar="R.json", help="write figures about the result")
    command.add_argument(
        "--format", choices=BATCH_FORMATS, default="psd", help="what a batch writes (psd)"
    )


def _lift(command: argparse.ArgumentParser) -> None:
    _one_input(command)
    where = command.add_mutually_exclusive_group(required=True)
    where.add_argument("--point", action="append", metavar="X,Y")
    where.add_argument("--box", metavar="X0,Y0,X1,Y1")
    where.add_argument("--mask", metavar="M.png")
    where.add_argument("--text")


def _compose(command: argparse.ArgumentParser) -> None:
    command.add_argument("input", metavar="BACKGROUND")
    command.add_argument("--object", required=True, metavar="OBJ.png")
    command.add_argument("--box", required=True, metavar="X0,Y0,X1,Y1")
    _output(command)


def _recolor(command: argparse.ArgumentParser) -> None:
    _many_inputs(command)
    how = command.add_mutually_exclusive_group(required=True)
    how.add_argument(
        "--map",
        action="append",
        metavar="#RRGGBB=#RRGGBB",
        help="a slot's colour and its new one; may be given again",
    )
    how.add_argument(
        "--palette",
        action="append",
        metavar="FILE",
        help=".gpl .ase .aco .tpl or a picture of swatches; several make several variants",
    )
    how.add_argument("--like", metavar="REFERENCE", help="take the colours of this picture")
    command.add_argument(
        "--way",
        type=_counting_number,
        default=1,
        metavar="N",
        help="which of the ways to match a palette or reference to the slots (1)",
    )
    command.add_argument(
        "--variants",
        action="store_true",
        help="keep the old colours and every new way as variants, each a layer group",
    )
    command.add_argument(
        "--rule",
        choices=("linked", "toward", "free"),
        help="how shadow and light follow: as related now, toward blue and yellow, or not",
    )
    command.add_argument(
        "--reduce", action="store_true", help="give painted layers a few slots too"
    )
    command.add_argument(
        "--format", choices=BATCH_FORMATS, default="psd", help="what a batch writes (psd)"
    )


def _convert(command: argparse.ArgumentParser) -> None:
    _one_input(command)


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("layered", metavar="LAYERED")
    command.add_argument("original", metavar="ORIGINAL")


def _info(command: argparse.ArgumentParser) -> None:
    command.add_argument("input", metavar="FILE")


def _models(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "action",
        nargs="?",
        default="list",
        choices=("list", "install", "verify", "remove", "import"),
    )
    command.add_argument("names", nargs="*", metavar="MODEL")


def _nothing(_command: argparse.ArgumentParser) -> None:
    return None


def _one_input(command: argparse.ArgumentParser) -> None:
    command.add_argument("input", metavar="IN")
    _output(command)


def _many_inputs(command: argparse.ArgumentParser) -> None:
    command.add_argument("inputs", nargs="+", metavar="IN", help="pictures, or a folder of them")
    _output(command)


def _counting_number(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _output(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="OUT",
        help="its ending decides the format: .psd .ora .unflatten .zip, or a folder of PNGs",
    )


COMMANDS = {
    "decompose": ("Take a picture apart into layers", _decompose),
    "lift": ("Lift one object with its effects off its background", _lift),
    "compose": ("Set an object into a new scene", _compose),
    "recolor": ("Give palette slots new colours", _recolor),
    "flatten": ("Write our compositor's picture of a layered file", _many_inputs),
    "convert": ("Write a layered file in another format", _convert),
    "check": ("Compare a layered file with the picture it came from", _check),
    "info": ("Show the layer tree of a file", _info),
    "models": ("Manage the models on this computer", _models),
    "doctor": ("Show versions, devices, models and paths", _nothing),
    "serve": ("Be the engine process (what the window starts)", _nothing),
}
OPTIONS = ("-h", "--help", "--version")
