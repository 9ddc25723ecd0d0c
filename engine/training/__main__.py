"""`python -m engine.training pairs|evaluate|draw|show`: fit, measure, look, draw the samples."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import cv2
import numpy as np

from engine.errors import UnflattenError
from engine.tasks.illustration.classifier import rule_log_odds, tree_log_odds
from engine.training.evaluation import evaluated
from engine.training.exhibits import EXHIBITS, exhibited
from engine.training.fitting import ensemble_of, fitted, write
from engine.training.samples import Samples, collected, gallery, samples_of

HELD_OUT = 6  # every sixth picture


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one of the subcommands; the exit status."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except UnflattenError as error:
        print(f"{error} {error.hint}".strip(), file=sys.stderr)
        return error.exit_status
    return 0


def fit_pairs(options: argparse.Namespace) -> None:
    """Generate pictures, fit the pair classifier, print its held-out accuracy, write it."""
    parts = []
    for number, artwork in enumerate(gallery(options.pictures, options.seed)):
        parts.append(samples_of(artwork, number))
        if (number + 1) % 20 == 0:
            _say(f"{number + 1} of {options.pictures} pictures")
    samples = collected(parts)
    held_out = samples.picture % HELD_OUT == HELD_OUT - 1
    if held_out.any() and not held_out.all():
        _report_accuracy(samples, held_out)
    write(ensemble_of(fitted(samples)), options.output)
    print(f"{options.output}: {len(samples.same)} pairs, {options.output.stat().st_size} bytes")


def _report_accuracy(samples: Samples, held_out: np.ndarray) -> None:
    kept = ~held_out
    model = fitted(
        Samples(
            samples.features[kept],
            samples.same[kept],
            samples.weight[kept],
            samples.picture[kept],
        )
    )
    features, same = samples.features[held_out], samples.same[held_out]
    weight = samples.weight[held_out]
    print(f"{held_out.sum()} held-out pairs, {np.average(same, weights=weight):.3f} one material")
    for name, odds in (
        ("hand-written rule", rule_log_odds(features)),
        ("trees", tree_log_odds(ensemble_of(model), features)),
    ):
        right = (odds > 0) == same
        print(f"{name:18s} weighted accuracy {np.average(right, weights=weight):.4f}")


def evaluate(options: argparse.Namespace) -> None:
    """Print how well the program decomposes fresh pictures, per style."""
    summary = evaluated(options.pictures, options.seed, _say if options.verbose else _ignore)
    print(_table(summary))


def draw(options: argparse.Namespace) -> None:
    """Write generated pictures as PNG files, to look at."""
    options.output.mkdir(parents=True, exist_ok=True)
    for artwork in gallery(options.pictures, options.seed):
        path = options.output / f"{artwork.style.replace(' ', '-')}-{artwork.seed}.png"
        cv2.imwrite(str(path), cv2.cvtColor(artwork.picture, cv2.COLOR_RGB2BGR))


def show(options: argparse.Namespace) -> None:
    """Draw the sample pictures that ship with the program."""
    for name in EXHIBITS:
        picture = cv2.cvtColor(exhibited(name).picture, cv2.COLOR_RGB2BGR)
        cv2.imwrite(str(options.output / f"{name}.png"), picture)


def _table(summary: Mapping[str, Mapping[str, float]]) -> str:
    names = list(next(iter(summary.values())))
    lines = ["style       " + "".join(f"{name:>13s}" for name in names)]
    for style, figures in summary.items():
        lines.append(f"{style:12s}" + "".join(f"{figures[name]:13.4g}" for name in names))
    return "\n".join(lines)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _ignore(line: str) -> None:
    del line


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m engine.training", description=__doc__)
    commands = parser.add_subparsers(required=True)
    for name, run, pictures in (
        ("pairs", fit_pairs, 750),
        ("evaluate", evaluate, 60),
        ("draw", draw, 15),
    ):
        command = commands.add_parser(name, help=run.__doc__)
        command.add_argument("--pictures", type=int, default=pictures)
        command.add_argument("--seed", type=int, default=1 if name == "pairs" else 2)
        command.set_defaults(run=run)
        if name != "evaluate":
            command.add_argument("-o", "--output", type=Path, required=True)
        else:
            command.add_argument("--verbose", action="store_true", help="one line per picture")
    command = commands.add_parser("show", help=show.__doc__)
    command.add_argument("-o", "--output", type=Path, default=Path("resources/samples"))
    command.set_defaults(run=show)
    return parser


if __name__ == "__main__":
    sys.exit(main())
