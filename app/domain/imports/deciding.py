"""What a list would do: every row new, changed, unchanged or wrong, and all that it would write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.imports.entries import Entry, Outcome, Trouble, Verdict
from app.domain.imports.fields import Subject
from app.domain.imports.institutions import InstitutionsRound
from app.domain.imports.known import Known
from app.domain.imports.members import MembersRound
from app.domain.imports.observers import ObserversRound
from app.domain.imports.persons import PersonsRound
from app.domain.imports.rounds import Round
from app.domain.imports.writes import Writes

_ROUNDS: dict[Subject, type[Round]] = {
    Subject.MEMBERS: MembersRound,
    Subject.PERSONS: PersonsRound,
    Subject.OBSERVERS: ObserversRound,
    Subject.INSTITUTIONS: InstitutionsRound,
}


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict for each row, in their order; `writes` leaves the wrong ones out."""

    verdicts: tuple[Verdict, ...]
    writes: Writes

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many rows there are of each outcome."""
        found = Counter(verdict.outcome for verdict in self.verdicts)
        return {outcome: found[outcome] for outcome in Outcome}


def decide(subject: Subject, entries: Sequence[Entry], known: Known) -> Decision:
    """Decide on every row of a list; the same list and file always give the same answer.

    A row that turns out wrong takes no part: the others are decided on again without it, until
    none is wrong, so that what is written never rests on a wrong row.
    """
    wrong: dict[int, tuple[Trouble, ...]] = {
        entry.row: entry.troubles for entry in entries if entry.troubles
    }
    while True:
        passage = _ROUNDS[subject](known)
        passage.run([entry for entry in entries if entry.row not in wrong])
        if not passage.wrong:
            break
        wrong |= {row: (trouble,) for row, trouble in passage.wrong.items()}
    verdicts = [
        _wrong(entry, wrong[entry.row]) if entry.row in wrong else passage.verdicts[entry.row]
        for entry in entries
    ]
    return Decision(tuple(verdicts), passage.writes)


def _wrong(entry: Entry, troubles: tuple[Trouble, ...]) -> Verdict:
    who = entry.name or entry.email
    where = ", ".join(part for part in (entry.seat, entry.institution) if part)
    return Verdict(entry.row, Outcome.WRONG, who, where, (), troubles)
