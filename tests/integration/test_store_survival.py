"""The proofs of the store at a small, seeded count; `dev.py prove` runs them in full."""

from __future__ import annotations

import os

import pytest

from tests.helpers.deeds import DEEDS
from tests.prove import Outcome
from tests.prove.harness import Probe
from tests.prove.prove_store_crashes import (
    POWER_CUT_DEEDS,
    kills,
    kills_of_upgrades,
    power_cuts,
    weaker_power_cuts,
)
from tests.prove.prove_store_damage import (
    damage_of_encrypted_files,
    damage_of_plain_files,
    forged_approvals,
    restores,
    wrong_keys,
)

SEED = 20261123

forks = pytest.mark.skipif(os.name == "nt", reason="kills need a process that forks")


@pytest.mark.parametrize(
    ("probe", "count"),
    [
        pytest.param(kills, len(DEEDS), marks=forks),
        pytest.param(kills_of_upgrades, 8, marks=forks),
        (power_cuts, 8 * len(POWER_CUT_DEEDS)),
        (restores, 4),
        (damage_of_encrypted_files, 40),
        (damage_of_plain_files, 40),
        (forged_approvals, 25),
        (wrong_keys, 2),
    ],
)
def test_a_sample_of_the_proof_finds_no_breach(probe: Probe, count: int) -> None:
    outcome: Outcome = probe(count, SEED)
    assert outcome.breaches == ()
    assert outcome.tried >= count


def test_the_simulated_power_cut_notices_a_weaker_setting() -> None:
    outcome = weaker_power_cuts(12, SEED)
    assert outcome.breaches == ()
    assert not outcome.note.startswith("0 ")
