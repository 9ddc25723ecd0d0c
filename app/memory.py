"""How much memory window and engine use, where the system tells it cheaply (Linux)."""

from __future__ import annotations

import os
import re
from pathlib import Path


def used_memory() -> int | None:
    """Bytes that this process and its children hold in RAM, None when it is not known."""
    try:
        page = os.sysconf("SC_PAGE_SIZE")
        processes = ["self", *_children()]
        return sum(_resident_pages(process) for process in processes) * page
    except (OSError, ValueError, AttributeError):
        return None


def engine_memory() -> int | None:
    """Bytes that our child processes hold in RAM, None when it is not known."""
    try:
        page = os.sysconf("SC_PAGE_SIZE")
        return sum(_resident_pages(child) for child in _children()) * page
    except (OSError, ValueError, AttributeError):
        return None


def free_memory() -> int | None:
    """Bytes that programs can still have without swapping, None when it is not known."""
    try:
        text = Path("/proc/meminfo").read_text()
    except OSError:
        return None
    found = re.search(r"^MemAvailable:\s+(\d+) kB$", text, re.MULTILINE)
    return None if found is None else int(found[1]) * 1024


def total_memory() -> int | None:
    """Bytes of RAM in this computer."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (ValueError, OSError, AttributeError):
        return None


def _children() -> list[str]:
    found: list[str] = []
    for path in Path("/proc/self/task").glob("*/children"):
        found.extend(path.read_text().split())
    return found


def _resident_pages(process: str) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except FileNotFoundError:
        if process == "self":
            raise
        return 0  # it ended meanwhile
