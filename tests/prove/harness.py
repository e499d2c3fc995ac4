"""The seventeen promises, the registry of their proofs, and the table of what was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

PROMISES = {
    1: "an acknowledged edit survives a crash",
    2: "an acknowledged edit survives a power cut",
    3: "typed text is never lost",
    4: "an upgrade is all or nothing",
    5: "backups exist and restore",
    6: "damage is seen and told",
    7: "approved minutes cannot change unseen",
    8: "documents on disk are whole or absent",
    9: "exempt content stays inside",
    10: "hostile files do no harm",
    11: "hostile templates run nothing",
    12: "data stays data",
    13: "the file can be locked",
    14: "two windows do not fight",
    15: "nobody is mailed twice or wrongly",
    16: "privacy",
    17: "our own bugs are told and logged",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a proof found: how often it tried, each breach in words, what else is worth saying."""

    tried: int
    breaches: tuple[str, ...] = ()
    note: str = ""


Probe = Callable[[int, int], Outcome]
"""A proof takes how often to try and the seed that decides where, and never stops at a breach."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One way to put a promise to the test, with its full count."""

    promise: int
    how: str
    count: int
    probe: Probe


REGISTRY: list[Proof] = []


def proves(promise: int, how: str, *, count: int) -> Callable[[Probe], Probe]:
    """Register `probe(count, seed)` for a promise; tests call the same function with less."""
    if promise not in PROMISES:
        raise ValueError(f"there is no promise {promise}")

    def register(probe: Probe) -> Probe:
        REGISTRY.append(Proof(promise, how, count, probe))
        return probe

    return register


def is_kept(proof: Proof, outcome: Outcome) -> bool:
    """Whether no breach was found and every try was really made."""
    return not outcome.breaches and outcome.tried >= proof.count


def table(results: Sequence[tuple[Proof, Outcome | None]], unproven: Sequence[int]) -> str:
    """Promise, how, count, found, verdict in aligned columns; `None` is a proof that broke down."""
    rows = [("#", "promise", "how", "tried", "found", "verdict")]
    for proof, outcome in results:
        rows.append(
            (str(proof.promise), PROMISES[proof.promise], proof.how, *found_words(proof, outcome))
        )
    rows += [(str(number), PROMISES[number], "", "", "", "no proof yet") for number in unproven]
    rows[1:] = sorted(rows[1:], key=lambda row: int(row[0]))
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    is_text = (False, True, True, False, False, True)
    return "\n".join(
        "  ".join(
            cell.ljust(width) if left else cell.rjust(width)
            for cell, width, left in zip(row, widths, is_text, strict=True)
        ).rstrip()
        for row in rows
    )


def found_words(proof: Proof, outcome: Outcome | None) -> tuple[str, str, str]:
    """How often it was tried, what was found, and the verdict."""
    if outcome is None:
        return ("", "", "PROOF BROKE DOWN")
    if outcome.breaches:
        verdict = "BROKEN"
    elif outcome.tried < proof.count:
        verdict = f"TOO FEW (of {proof.count})"
    else:
        verdict = "kept"
    note = f" ({outcome.note})" if outcome.note else ""
    return (str(outcome.tried), str(len(outcome.breaches)), verdict + note)
