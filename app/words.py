"""Numbers in words, honestly rounded."""

from __future__ import annotations

from app.languages.translate import tr

THIN = "\u2009"


def duration(seconds: float) -> str:
    """“0.4 s”, “31 s”, “1 min 37 s”."""
    if seconds < 9.95:
        return f"{seconds:.1f}{THIN}s"
    return _minutes(round(seconds))


def time_left(seconds: float) -> str:
    """Rounded to 5 s: “about 25 s left”."""
    rounded = max(5, round(seconds / 5) * 5)
    return tr("about {time} left", time=_minutes(rounded))


def about(seconds: float) -> str:
    """An estimate before anything is known: “about 25 s”."""
    return tr("about {time}", time=_minutes(max(5, round(seconds / 5) * 5)))


def _minutes(seconds: int) -> str:
    if seconds < 60:
        return f"{seconds}{THIN}s"
    rest = f" {seconds % 60}{THIN}s" if seconds % 60 else ""
    return f"{seconds // 60}{THIN}min{rest}"


def gigabytes(size: float) -> str:
    """“1.4 GB”, below 0.1 GB in MB."""
    if size < 1e8:
        return f"{size / 1e6:.0f}{THIN}MB"
    return f"{size / 1e9:.1f}{THIN}GB"


def percent(share: float) -> str:
    """share: 0..1, rounded."""
    return f"{round(share * 100)}{THIN}%"


def progress_percent(share: float) -> str:
    """share: 0..1, rounded down, so that 100 % means done."""
    return f"{int(share * 100 + 1e-6)}{THIN}%"


def zoom_percent(scale: float) -> str:
    value = scale * 100
    if value >= 10 or value == int(value):
        return f"{value:.0f}{THIN}%"
    return f"{value:.1f}{THIN}%"
