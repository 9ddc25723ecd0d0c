"""`unflatten doctor`: what this installation is made of and what it can use."""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import os
import platform
import sys
from pathlib import Path

from engine.cli.console import Console
from engine.cli.parser import VERSION

LIBRARIES = (
    "numpy",
    "numba",
    "opencv-python-headless",
    "pillow",
    "msgspec",
    "PySide6-Essentials",
)
OPTIONAL_LIBRARIES = ("onnxruntime", "onnxruntime-gpu", "torch", "diffusers")


def doctor(_options: argparse.Namespace, console: Console) -> int:
    """Print the state of the installation; exit status 1 when a needed library is missing."""
    versions = {name: _version(name) for name in LIBRARIES}
    optional = {name: _version(name) for name in OPTIONAL_LIBRARIES}
    providers = _onnx_providers()
    kernels = _kernels_compiled()
    missing = [name for name, version in versions.items() if version is None]
    lines = [
        f"unflatten       {VERSION}",
        f"python          {platform.python_version()} at {sys.executable}",
        f"system          {platform.platform()}, {os.cpu_count()} processors",
        *(f"{name:<15} {version or 'MISSING'}" for name, version in versions.items()),
        *(
            f"{name:<15} {version or 'not installed (optional)'}"
            for name, version in optional.items()
        ),
        f"ONNX providers  {', '.join(providers) or 'none'}",
        "models          none needed; the built-in engine decomposes illustrations without any",
        f"kernels         {'compiled' if kernels else 'not compiled yet (a slower path answers)'}",
        f"package         {Path(__file__).resolve().parents[2]}",
    ]
    if missing:
        lines.append(f"Missing: {', '.join(missing)}. Run `make setup` again.")
    console.answer(
        "\n".join(lines),
        version=VERSION,
        python=platform.python_version(),
        libraries=versions,
        optional=optional,
        providers=providers,
        kernels_compiled=kernels,
    )
    return 1 if missing else 0


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _onnx_providers() -> list[str]:
    if importlib.util.find_spec("onnxruntime") is None:
        return []
    import onnxruntime

    return list(onnxruntime.get_available_providers())


def _kernels_compiled() -> bool:
    from engine.compositor.compile import kernels_cached

    return kernels_cached()
