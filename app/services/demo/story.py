"""Everything that happened in the demo, put together from its parts before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.services.demo.agendas import Dealer
from app.services.demo.ballots import Decided, Teller
from app.services.demo.dice import Dice
from app.services.demo.docket import Docket
from app.services.demo.facts import Facts
from app.services.demo.frame import Frame, meeting_days
from app.services.demo.people import Careers, careers
from app.services.demo.roll import Doorkeeper, Roll
from app.services.demo.seats import Roster, roster
from app.services.demo.setting import Setting, setting
from app.services.demo.standing import complete
from app.services.demo.tasks import TaskPlan, task_plans
from app.services.demo.turns import next_host, rotating_terms
from app.services.demo.wording import Wording


@dataclass(slots=True)
class Story:
    """The demo as values: people, seats, meetings, cases, votes and words."""

    frame: Frame
    setting: Setting
    everyone: Careers
    roster: Roster
    docket: Docket
    tasks: tuple[TaskPlan, ...]
    facts: Facts
    wording: Wording
    rolls: dict[int, Roll] = field(default_factory=dict)
    """By the meeting's number."""
    decided: dict[int, Decided] = field(default_factory=dict)
    """By the item's number."""

    @property
    def next_host(self) -> str:
        """Whose turn it is to host Næringsapparatet after the last planned meeting."""
        past = [(one.day.on, one.host) for one in self.docket.of("NA") if one.host is not None]
        return next_host(self.frame, self.setting, past)


def tell(years: int, today: date) -> Story:
    """The story of `years` years until `today`; the same arguments tell the same."""
    frame = Frame(Dice(years, today))
    place = setting(frame.start_on)
    council = place.body("NR")
    turns = rotating_terms(
        frame, place, [seat for seat in council.seats if seat.rotates_among is not None]
    )
    everyone = careers(frame, place, turns)
    seats = roster(frame, place, everyone, turns)
    docket = Dealer(frame, meeting_days(frame)).run()
    complete(docket, frame, place)
    tasks = task_plans(docket, frame)
    facts = Facts(docket, frame, place, {})
    story = Story(
        frame, place, everyone, seats, docket, tasks, facts, Wording(frame, place, facts, tasks)
    )
    story.wording.settle_titles()
    _happen(story)
    return story


def _happen(story: Story) -> None:
    """Call the roll and take the votes of every meeting that was held."""
    door = Doorkeeper(story.frame, story.setting, story.everyone, story.roster)
    teller = Teller(story.frame, story.setting, door)
    for meeting in story.docket.meetings:
        if not meeting.is_past:
            continue
        roll = door.roll(meeting)
        story.rolls[meeting.number] = roll
        for item in meeting.items:
            story.decided[item.number] = teller.decide(item, roll)
