"""What every test shares: an offscreen Qt, and Hypothesis that finds the same things each time."""

from __future__ import annotations

import gc
import itertools
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("RUNDGANG_TODAY", None)

settings.register_profile("seeded", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("thorough", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("RUNDGANG_HYPOTHESIS", "seeded"))

PLENTY = 20_000
"""Young objects that may lie about before they are looked through."""
NOW_AND_THEN = 200
"""Tests between two looks at everything: a look at all that was imported takes half a second."""

# A widget that one test left in a cycle must not be collected on a thread of another's.
gc.disable()
_tests = itertools.count(1)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Collect between the tests, on the thread that widgets live on.

    Windows go at once: every window that lies about is dressed anew with each new theme.
    """
    yield
    if next(_tests) % NOW_AND_THEN == 0:
        gc.collect()
    elif gc.get_count()[0] > PLENTY or "gui" in item.path.parts:
        gc.collect(1)
