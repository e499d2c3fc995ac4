"""What the round of hosts shows: turns, the line of those who take turns, and a short card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.host_days import Season
from app.domain.reasons import Reason


class HostState(StrEnum):
    """How a turn stands."""

    HOSTED = "hosted"
    AGREED = "agreed"
    PROPOSED = "proposed"
    """A meeting without a host, and whom the round proposes."""
    AHEAD = "ahead"
    """A turn that no meeting has been made for yet."""
    MISSING = "missing"
    """A meeting that has been, and whose host nobody wrote down."""


@dataclass(frozen=True, slots=True)
class SeenHost:
    """What the screen showed of a coming turn when the user chose."""

    meeting_id: int
    version: int
    host_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HostChoice:
    """One who could host a turn, in the order of the line; `times` and `last_on` are until then."""

    id: int
    name: str
    short: str
    times: int
    last_on: date | None
    passes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PassRow:
    """That an institution stands over one meeting, and why."""

    meeting_id: int
    institution_id: int
    name: str
    short: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HostTurnRow:
    """One turn of the round; `key` is its meeting, below 0 where there is none yet.

    `host_reason` is what the user wrote when the round was not followed. `choices` are for turns
    to come alone.
    """

    key: int
    on: date
    season: Season
    state: HostState
    meeting_id: int | None = None
    meeting_name: str = ""
    version: int = 0
    can_change: bool = False
    host_id: int | None = None
    host: str | None = None
    host_short: str | None = None
    is_in_turn: bool = True
    reasons: tuple[Reason, ...] = ()
    host_reason: str = ""
    passes: tuple[PassRow, ...] = ()
    choices: tuple[HostChoice, ...] = ()

    @property
    def is_coming(self) -> bool:
        """Whether it is still to come."""
        return self.state in (HostState.AGREED, HostState.PROPOSED, HostState.AHEAD)

    @property
    def seen(self) -> SeenHost | None:
        """This turn as it was shown; None where there is no meeting yet."""
        if self.meeting_id is None:
            return None
        return SeenHost(self.meeting_id, self.version, self.host_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundMember:
    """One who takes or took turns: since when, how often, and what it carries on from mergers.

    `place` is where it stands in line today, from 1; None for one that is no more or is still to
    come. `heir_id` is the one that carries its history on.
    """

    id: int
    name: str
    short: str
    from_on: date
    to_on: date | None
    """The last day."""
    place: int | None
    times: int
    last_on: date | None
    inherited_from: tuple[str, ...]
    heir_id: int | None
    passes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundView:
    """The round of a body, as it stands on `on`: turns by day, members in line, the merged last."""

    on: date
    body_code: str
    body_name: str
    council: str
    is_fictitious: bool
    turns: tuple[HostTurnRow, ...]
    members: tuple[RoundMember, ...]

    @property
    def coming(self) -> tuple[HostTurnRow, ...]:
        """The turns that are still to come."""
        return tuple(turn for turn in self.turns if turn.is_coming)

    def turn(self, key: int) -> HostTurnRow | None:
        """The turn with a key."""
        return next((turn for turn in self.turns if turn.key == key), None)


@dataclass(frozen=True, slots=True)
class CardEntry:
    """One turn in few words, such as "Vår 2027" and "Orkland"; `is_next` for the first to come."""

    season: str
    host: str
    is_next: bool
    is_coming: bool

    @property
    def words(self) -> str:
        """`Vår 2027 Orkland`."""
        return f"{self.season} {self.host}"


@dataclass(frozen=True, slots=True)
class RoundCard:
    """The round around a year: rows of one year each, spring before autumn.

    `next_host` is a short name, `next_words` such as "neste: Orkland, vår 2027"; both are empty
    when nobody can be named.
    """

    next_host: str
    next_words: str
    rows: tuple[tuple[CardEntry, ...], ...]
