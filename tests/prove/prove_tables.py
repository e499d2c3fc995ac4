"""Promise 10 for lists: whatever a table is made of, it is read or refused in words."""

from __future__ import annotations

import io
import random
import time
import zipfile

from app.documents.tables.content import TableJob
from app.documents.tables.reading import read_table
from app.domain.errors import UserError
from app.i18n.sentences import sentence
from tests.helpers.hostile import a_zip, bombs, damaged
from tests.helpers.lists import HEAD, TEN_MEMBERS, finished, text, xlsx
from tests.prove.harness import Outcome, proves

SLOWEST = 1.0
"""Seconds of the processor that a bomb may take until it is refused."""


@proves(10, "damaged lists × reading", count=1_500)
def damaged_lists(count: int, seed: int) -> Outcome:
    """Damaged as a file, or within one of its parts, or as text: read, or refused in words."""
    seeds = random.Random(seed)
    book, plain = xlsx((HEAD, *TEN_MEMBERS)), text((HEAD, *TEN_MEMBERS), encoding="cp1252")
    breaches: list[str] = []
    for number in range(count):
        data = (
            damaged(book, seeds),
            _damaged_within(book, seeds),
            _damaged_within(book, seeds),
            damaged(plain, seeds),
        )[number % 4]
        if (breach := _breach(data)) is not None:
            breaches.append(f"{number}: {breach}")
    return Outcome(count, tuple(breaches))


@proves(10, "bombs as lists refused within a second", count=30)
def bombs_as_lists(count: int, seed: int) -> Outcome:
    """Each of the thirty; `seed` only decides their order."""
    every = list(bombs())
    random.Random(seed).shuffle(every)
    breaches: list[str] = []
    for name, data in every[:count]:
        started = time.process_time()
        breach = _breach(data)
        took = time.process_time() - started
        if breach is not None or took > SLOWEST:
            breaches.append(f"{name}: {breach or f'{took:.1f} s'}")
    return Outcome(min(count, len(every)), tuple(breaches))


def _breach(data: bytes) -> str | None:
    """What went wrong that should not have; None when it was read or refused in words."""
    try:
        finished(read_table(TableJob("liste", data)))
    except UserError as error:
        sentence(error.code, error.params)
    except Exception as error:  # everything else is what must not happen
        return f"{type(error).__name__}: {error}"
    return None


def _damaged_within(book: bytes, seeds: random.Random) -> bytes:
    """A sound container with one damaged part."""
    with zipfile.ZipFile(io.BytesIO(book)) as container:
        parts = {name: container.read(name) for name in container.namelist()}
    name = seeds.choice(sorted(parts))
    parts[name] = damaged(parts[name], seeds)
    return a_zip(parts)
