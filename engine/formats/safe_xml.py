"""XML from files of strangers."""

from __future__ import annotations

from xml.etree import ElementTree

from engine.errors import BadFileError


def root_of(text: bytes, member: str, name: str) -> ElementTree.Element:
    """The root element of `member`, a file in the archive `name`. BadFileError when unreadable."""
    # Entities are never needed here and can be made to fill the memory.
    if b"<!ENTITY" in text:
        raise _bad(name, f"its {member} is not safe to read")
    try:
        return ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError, LookupError, RecursionError) as error:
        raise _bad(name, f"its {member} is damaged") from error


def whole_number(element: ElementTree.Element, key: str, default: int) -> int:
    """An attribute as a whole number; the default where it is missing or none."""
    try:
        return int(float(element.get(key, default)))
    except (ValueError, OverflowError):
        return default


def _bad(name: str, why: str) -> BadFileError:
    return BadFileError(f"{name} cannot be opened: {why}.", "Try another copy of it.")
