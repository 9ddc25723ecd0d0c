"""What the engine says, in the language of the window. The engine itself speaks English only."""

from __future__ import annotations

import re
from functools import cache

from app.languages.translate import mark, tr

STAGES = (
    mark("Reading"),
    mark("Reading layers"),
    mark("Reading the picture"),
    mark("Looking at the picture"),
    mark("Getting ready"),
    mark("Finding lines"),
    mark("Closing regions"),
    mark("Collecting colours"),
    mark("Matching materials"),
    mark("Smoothing colour borders"),
    mark("Solving shadow and light"),
    mark("Packing layers"),
    mark("Packing the merged picture"),
    mark("Flattening"),
    mark("Writing"),
    mark("Writing layers"),
    mark("Writing the picture"),
    mark("Casting its shadow"),
    mark("Checking"),
    mark("Counting colours"),
    mark("Drawing its border"),
    mark("Filling the background"),
    mark("Finding flat colours"),
    mark("Finding thin lines"),
    mark("Fitting the object"),
    mark("Following the clicks"),
    mark("Looking for its shadow"),
    mark("Looking for the object"),
    mark("Looking for objects"),
    mark("Matching the light"),
    mark("Reducing colours"),
    mark("Refining the edges"),
)
SENTENCES = (
    mark("Your document is safe. Try again."),
    mark("The engine is not running."),
    mark("The engine was stopped."),
    mark("The engine does not answer."),
    mark("The engine stopped unexpectedly and is being started again."),
    mark("The engine stopped unexpectedly more than once and stays off."),
    mark("The engine cannot start: {reason}."),
    mark("The engine is of another version ({reason})."),
    mark("This cannot be asked of the engine."),
    mark("File names must be valid text."),
    mark("There is no layer below to merge with."),
    mark("Hidden layers cannot be merged."),
    mark("A layer cannot be merged into an adjustment."),
    mark("A {ending} file is one flat picture: its layers are not kept."),
    mark("Its pixels were changed: {names} is saved as pixels and no longer as {kind}."),
    mark("Their pixels were changed: {names} are saved as pixels and no longer as {kind}."),
    mark("The effects of {names} can't be saved there."),
    mark("Only PSD keeps {names} editable as {kind} in Photoshop."),
    mark("Only PSD and .unflatten keep the effects of {names}."),
)
"""Sentences of the link and the engine; `{reason}` and the like stand for what they fill in."""


def said(text: str) -> str:
    """A stage, a message or a hint as it came from the engine. Unknown ones stay as they are."""
    translated = tr(text)
    if translated != text:
        return translated
    for sentence in SENTENCES:
        found = _pattern(sentence).fullmatch(text) if "{" in sentence else None
        if found is not None:
            return tr(sentence, **found.groupdict())
    return text


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", sentence)
    pattern = "".join(
        f"(?P<{part}>.+)" if number % 2 else re.escape(part) for number, part in enumerate(parts)
    )
    return re.compile(pattern, re.DOTALL)
