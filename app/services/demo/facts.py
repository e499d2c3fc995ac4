"""What the years add up to, for reports that tell of what really happened in the demo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.domain.vocabulary import CaseKind, MeetingStatus, Outcome
from app.i18n.formats import Formats
from app.services.demo.docket import CasePlan, Docket, ItemPlan, MeetingPlan
from app.services.demo.filling import capital, counted, in_words
from app.services.demo.frame import Frame
from app.services.demo.setting import Setting

FIRST_FRAME = 4_700_000
GROWTH = 1.02
SLACK = 400_000
"""What is left of a year's frame at least, in whole kroner."""

AREAS = (
    "Kobling FoU og næringsliv",
    "Næringsfremmende kommuner",
    "Kommersialisering av teknologi",
    "Attraktiv region",
)
AREA_OF_GOAL = {"1": 0, "2": 1, "3": 1, "4": 2, "5": 3}
SHARES = (30, 26, 28, 16)
"""Percent of the frame for each target area."""

OUTCOMES = {
    Outcome.AS_PROPOSED: "vedtatt",
    Outcome.CHANGED: "vedtatt med endring",
    Outcome.REJECTED: "ikke vedtatt",
    Outcome.POSTPONED: "utsatt",
    Outcome.SENT_BACK: "sendt tilbake",
    Outcome.WITHDRAWN: "trukket",
    Outcome.NOTED: "tatt til orientering",
}
_GIVEN = (Outcome.AS_PROPOSED, Outcome.CHANGED, Outcome.NOTED)


def _told(item: ItemPlan) -> str:
    """The outcome in a word; a recommendation is not a decision."""
    assert item.case is not None
    assert item.outcome is not None
    is_given = item.outcome in (Outcome.AS_PROPOSED, Outcome.CHANGED)
    if item.case.kind is CaseKind.RECOMMENDATION and is_given:
        return "innstilt til Regionrådet"
    return OUTCOMES[item.outcome]


@dataclass(frozen=True, slots=True)
class Grant:
    """Money that was given, with the case's title and who gave it."""

    case: CasePlan
    amount: int
    on: date


@dataclass(frozen=True)
class Facts:
    """Counts and tables over the whole docket; titles must have been settled first."""

    docket: Docket
    frame: Frame
    setting: Setting
    titles: dict[int, str]

    @cached_property
    def _formats(self) -> Formats:
        return Formats("nb")

    @cached_property
    def grants(self) -> tuple[Grant, ...]:
        """Every grant in order; a recommendation counts once the other body has decided."""
        return tuple(sorted(self._grants(), key=lambda one: (one.on, one.case.number)))

    def _grants(self) -> Iterator[Grant]:
        for case in self.docket.cases:
            on, amount = case.decided_on, case.stage.amount
            if on is None or not amount or case.outcome not in _GIVEN:
                continue
            if case.kind not in (CaseKind.RECOMMENDATION, CaseKind.INFORMATION):
                yield Grant(case, amount, on)

    def granted(self, year: int, before: date | None = None) -> list[Grant]:
        """The grants of a year, until a day."""
        return [
            one
            for one in self.grants
            if one.on.year == year and (before is None or one.on < before)
        ]

    def frame_of(self, year: int) -> int:
        """The year's frame in whole kroner: it grows, and it covers what was given."""
        planned = FIRST_FRAME * GROWTH ** (year - self.frame.first_year)
        given = sum(one.amount for one in self.granted(year)) + SLACK
        return round(max(planned, given) / 100_000 + 0.499) * 100_000

    def meetings_in(self, year: int) -> list[MeetingPlan]:
        """Næringsrådet's meetings of a year that were held."""
        return [one for one in self.docket.of("NR") if one.day.year == year and one.is_past]

    def grants_table(self, grants: Sequence[Grant]) -> str:
        """Case, measure and amount, as text with bars."""
        rows = ["| Sak | Tiltak | Beløp |", "|:--|:--|--:|"]
        rows += [
            f"| {one.case.label} | {self.titles[one.case.number]} |"
            f" {self._formats.amount(one.amount)} |"
            for one in grants
        ]
        total = self._formats.amount(sum(one.amount for one in grants))
        return "\n".join([*rows, f"| | **Sum** | **{total}** |"])

    def area_table(self, grants: Sequence[Grant]) -> str:
        """The grants by target area."""
        sums, counts = [0] * len(AREAS), [0] * len(AREAS)
        for one in grants:
            area = AREA_OF_GOAL[(one.case.stage.strategies or ("1",))[0][0]]
            sums[area] += one.amount
            counts[area] += 1
        rows = ["| Målområde | Tiltak | Bevilget |", "|:--|--:|--:|"]
        rows += [
            f"| {name} | {count} | {self._formats.amount(amount)} |"
            for name, count, amount in zip(AREAS, counts, sums, strict=True)
        ]
        total = self._formats.amount(sum(sums))
        return "\n".join([*rows, f"| **Sum** | **{sum(counts)}** | **{total}** |"])

    def shares_of(self, year: int) -> tuple[int, ...]:
        """A year's frame by target area, to the nearest ten thousand; they add up."""
        whole = self.frame_of(year)
        chance = self.frame.dice.of("shares", year)
        parts = [
            round(whole * (share + chance.choice((-1, 0, 1))) / 1_000_000) * 10_000
            for share in SHARES[:-1]
        ]
        return (*parts, whole - sum(parts))

    def frames_table(self, year: int) -> str:
        """Next year's frame by target area beside this year's."""
        now, then = self.shares_of(year), self.shares_of(year + 1)
        rows = [f"| Målområde | {year} | {year + 1} |", "|:--|--:|--:|"]
        amount = self._formats.amount
        rows += [
            f"| {name} | {amount(before)} | {amount(after)} |"
            for name, before, after in zip(AREAS, now, then, strict=True)
        ]
        return "\n".join([*rows, f"| **Sum** | **{amount(sum(now))}** | **{amount(sum(then))}** |"])

    def bound(self, year: int) -> int:
        """What earlier decisions bind of next year's frame, in whole kroner."""
        late = sum(one.amount for one in self.granted(year))
        return max(300_000, round(late * 0.22 / 10_000) * 10_000)

    def plans(self, on: date) -> list[tuple[str, str, str]]:
        """Each municipality's two-year plan: when it was adopted, and which years it covers."""
        rows = []
        for number in self.setting.municipalities(on):
            name = self.setting.short(number)
            chance = self.frame.dice.of("plan", name)
            first = on.year - (on.year - chance.randint(0, 1)) % 2
            late = self.frame.dice.of("plan", name, first).random() < 0.2
            adopted = date(first - 1, chance.choice((10, 11, 12)), chance.randint(3, 18))
            if late or adopted > on:
                rows.append((name, "under arbeid", "–"))
            else:
                rows.append((name, self._formats.month(adopted), f"{first}–{first + 1}"))
        return rows

    def plans_table(self, on: date) -> str:
        """The municipalities' plans, as text with bars."""
        rows = ["| Kommune | Vedtatt | Gjelder |", "|:--|:--|:--|"]
        rows += [f"| {' | '.join(row)} |" for row in self.plans(on)]
        return "\n".join(rows)

    def plans_sentence(self, on: date) -> str:
        """How many municipalities have a plan."""
        rows = self.plans(on)
        have = sum(row[2] != "–" for row in rows)
        if have == len(rows):
            return f"Alle de {in_words(len(rows))} kommunene har en gjeldende plan."
        return capital(f"{in_words(have)} av {in_words(len(rows))} kommuner har en gjeldende plan.")

    def recent(self, meeting: MeetingPlan) -> list[MeetingPlan]:
        """Næringsrådet's meetings since the body last met."""
        before = [
            one
            for one in self.docket.of(meeting.day.body)
            if one.day.on < meeting.day.on and one.status is not MeetingStatus.CANCELLED
        ]
        since = before[-1].day.on if before else self.frame.start_on
        return [
            one
            for one in self.docket.of("NR")
            if one.is_past and since <= one.day.on < meeting.day.on
        ]

    def recent_sentence(self, meeting: MeetingPlan) -> str:
        """How much Næringsrådet has done since the body last met."""
        meetings = self.recent(meeting)
        cases = sum(len(one.cases) for one in meetings)
        if not meetings:
            return "Næringsrådet har ikke hatt møte siden sist."
        held = counted(len(meetings), "ett møte", "møter")
        return f"Næringsrådet har hatt {held} siden sist og behandlet {in_words(cases)} saker."

    def recent_table(self, meeting: MeetingPlan) -> str | None:
        """What Næringsrådet has treated since then; what is exempt by its neutral title."""
        rows = ["| Sak | Tittel | Resultat |", "|:--|:--|:--|"]
        for one in self.recent(meeting):
            for item in one.items:
                if item.case is not None and item.outcome is not None:
                    title = item.case.stage.meta.get("neutral") or self.titles[item.case.number]
                    rows.append(f"| {item.case.label} | {title} | {_told(item)} |")
        return "\n".join(rows) if len(rows) > 2 else None
