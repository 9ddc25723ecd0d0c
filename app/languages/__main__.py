"""`python -m app.languages` brings the catalogues up to date with the code and compiles them.

New texts are added as unfinished and listed; texts that the code no longer has are dropped.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from app.languages.catalogue import read_catalogue, write_catalogue
from app.languages.install import LANGUAGES
from app.languages.sources import missed, texts
from app.resource_files import ROOT, resource

CODE = ROOT.parent / "app"


def main() -> int:
    """Exit status 1 when something is not translated yet."""
    found = texts(CODE)
    is_complete = True
    for language in LANGUAGES:
        path = resource(f"translations/{language}.ts")
        write_catalogue(path, language, found, read_catalogue(path))
        open_texts = [source for source, forms in read_catalogue(path).items() if not all(forms)]
        for source in open_texts:
            print(f"{language}: {source!r}")
        is_complete = is_complete and not open_texts
        _compile(path)
    for text in missed(CODE):
        print(f"without tr: {text}")
        is_complete = False
    return 0 if is_complete else 1


def _compile(path: Path) -> None:
    """Write the .qm beside the .ts, with the tool that comes with PySide6."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    target = path.with_suffix(".qm")
    subprocess.run([str(tool), "-silent", str(path), "-qm", str(target)], check=True)


if __name__ == "__main__":
    sys.exit(main())
