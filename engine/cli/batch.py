"""Several inputs, or a folder of them: where each result goes, and how one bad file is survived."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.cli.console import Console
from engine.errors import BadFileError, OutOfMemory, UnflattenError, UsageError


@dataclass(frozen=True, slots=True)
class Work:
    """One input and where its result goes."""

    source: Path
    target: Path


def planned(
    inputs: Sequence[str], output: str, *, ending: str, readable: frozenset[str]
) -> tuple[list[Work], bool]:
    """The work to do, and whether it is a batch (several inputs or a folder).

    ending: of the files that a batch writes, with its dot. readable: endings picked from a folder.
    UsageError when a batch has a file as its target, or a result would replace its own input.
    """
    paths = [Path(one) for one in inputs]
    is_batch = len(paths) > 1 or _is_plain_folder(paths[0])
    if not is_batch:
        works = [Work(paths[0], Path(output))]
    else:
        folder = Path(output)
        if folder.is_file():
            raise UsageError(
                f"{output} is a file, but several inputs need a folder.", "Give -o a folder."
            )
        sources = [file for path in paths for file in _pictures(path, readable)]
        if not sources:
            raise BadFileError(
                f"There is no picture in {', '.join(inputs)}.", "Choose another folder."
            )
        works = _without_clashes(sources, folder, ending)
    for work in works:
        if work.source.exists() and work.target.exists() and work.source.samefile(work.target):
            raise UsageError(
                f"The result would replace its own input {work.source}.", "Choose another OUT."
            )
    return works, is_batch


def run_batch(works: Sequence[Work], console: Console, do: Callable[[Work], None]) -> int:
    """Do every work; a bad file is reported and the rest go on. Returns the exit status: that of
    the first failure, or 0."""
    status = 0
    for work in works:
        error: UnflattenError
        try:
            do(work)
            continue
        except UnflattenError as failure:
            error = failure
        except MemoryError:
            error = OutOfMemory(f"There is not enough memory for {work.source}.")
        console.failed(error, str(work.source))
        status = status or error.exit_status
    return status


def _is_plain_folder(path: Path) -> bool:
    """A folder of pictures, as opposed to one of our own layer folders."""
    return path.is_dir() and not (path / "manifest.json").exists()


def _pictures(path: Path, readable: frozenset[str]) -> Iterator[Path]:
    if not _is_plain_folder(path):
        yield path
        return
    yield from sorted(file for file in path.iterdir() if file.suffix.lower() in readable)


def _without_clashes(sources: Sequence[Path], folder: Path, ending: str) -> list[Work]:
    """`a.png` and `a.jpg` become `a.psd` and `a.jpg.psd`; equal names get a number."""
    taken: set[str] = set()
    works = []
    for source in sources:
        candidates = iter(
            [source.stem, source.name, *(f"{source.stem}-{n}" for n in range(2, len(sources) + 2))]
        )
        name = next(name for name in candidates if name.lower() not in taken)
        taken.add(name.lower())
        works.append(Work(source, folder / f"{name}{ending}"))
    return works
