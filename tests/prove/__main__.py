"""`python -m tests.prove [number …] [--seed N]`: every proof at its full count, and the table."""

from __future__ import annotations

import argparse
import importlib
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path

from tests.prove.harness import PROMISES, REGISTRY, Outcome, Proof, found_words, is_kept, table

SHOWN = 10


def main(arguments: Sequence[str]) -> int:
    """Prove the promises of these numbers (all without any); 1 when one is broken."""
    parser = argparse.ArgumentParser(prog="dev.py prove")
    parser.add_argument("promises", nargs="*", type=int, metavar="number")
    parser.add_argument("--seed", type=int, default=1, help="decides where the blows fall")
    options = parser.parse_args(arguments)
    if unknown := set(options.promises) - set(PROMISES):
        parser.error(f"there is no promise {min(unknown)}; they are 1 to {max(PROMISES)}")
    for path in sorted(Path(__file__).parent.glob("prove_*.py")):
        importlib.import_module(f"tests.prove.{path.stem}")
    wanted = set(options.promises or PROMISES)
    proofs = sorted(
        (proof for proof in REGISTRY if proof.promise in wanted), key=lambda proof: proof.promise
    )
    results = [(proof, _outcome(proof, options.seed)) for proof in proofs]
    unproven = sorted(wanted - {proof.promise for proof in proofs})
    print(table(results, unproven))
    _tell_breaches(results)
    kept = all(outcome is not None and is_kept(proof, outcome) for proof, outcome in results)
    return 0 if kept else 1


def _outcome(proof: Proof, seed: int) -> Outcome | None:
    print(f"{proof.promise} {proof.how} × {proof.count} …", file=sys.stderr, end="", flush=True)
    started = time.perf_counter()
    outcome = None
    try:
        outcome = proof.probe(proof.count, seed)
    except Exception:  # one proof that breaks down must not hide what the others found
        traceback.print_exc()
    # Told at once too: a run that is stopped midway has shown what it found until then.
    tried, found, verdict = found_words(proof, outcome)
    took = f"{time.perf_counter() - started:.0f} s"
    print(f" tried {tried}, found {found}: {verdict}, {took}", file=sys.stderr, flush=True)
    return outcome


def _tell_breaches(results: Sequence[tuple[Proof, Outcome | None]]) -> None:
    for proof, outcome in results:
        breaches = outcome.breaches if outcome else ()
        if breaches:
            print(f"\n{proof.promise} {proof.how}:")
            print("\n".join(f"  {breach}" for breach in breaches[:SHOWN]))
            if len(breaches) > SHOWN:
                print(f"  … and {len(breaches) - SHOWN} more")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
