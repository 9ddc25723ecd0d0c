"""For all tests: no screen is needed, and hypothesis behaves the same on a busy machine."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("unflatten", deadline=None, print_blob=True)
settings.load_profile("unflatten")
