"""Figures against floors measured in the same run; write one with `@bench` in a `bench_*.py`."""

from __future__ import annotations

from tests.bench.harness import Figure, Limit, at_most, bench, best_seconds, times_the_floor

__all__ = ["Figure", "Limit", "at_most", "bench", "best_seconds", "times_the_floor"]
