"""What every test shares: an offscreen Qt, and Hypothesis that finds the same things each time."""

from __future__ import annotations

import gc
import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("RUNDGANG_TODAY", None)

settings.register_profile("seeded", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("thorough", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("RUNDGANG_HYPOTHESIS", "seeded"))

PLENTY = 50_000
"""Objects that may lie about before they are collected."""

# A widget that one test left in a cycle must not be collected on a thread of another's.
gc.disable()


def pytest_runtest_teardown() -> None:
    """Collect between the tests, on the thread that widgets live on."""
    if gc.get_count()[0] > PLENTY:
        gc.collect()
