"""`python -m tests.bench [name …]`: run the benches and print their table; 1 when a limit broke."""

from __future__ import annotations

import importlib
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from tests.bench.harness import REGISTRY, Figure, table


def main(names: Sequence[str]) -> int:
    """Run the benches whose names hold one of `names` (all without any)."""
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        importlib.import_module(f"tests.bench.{path.stem}")
    chosen = {
        name: function
        for name, function in REGISTRY.items()
        if not names or any(part in name for part in names)
    }
    if not chosen:
        print(f"No bench of that name. There are: {', '.join(sorted(REGISTRY)) or 'none'}.")
        return 2
    figures: list[Figure] = []
    broken: list[str] = []
    for name, function in chosen.items():
        print(f"{name} …", file=sys.stderr, flush=True)
        try:
            figures.extend(function())
        except Exception:  # one bench that breaks must not hide the figures of the others
            traceback.print_exc()
            broken.append(name)
    print(table(figures))
    passed = [figure.what for figure in figures if not figure.is_within]
    if passed:
        print(f"\nPassed the limit: {', '.join(passed)}.")
    if broken:
        print(f"\nCould not be measured: {', '.join(broken)}.")
    return 1 if passed or broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
