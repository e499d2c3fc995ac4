"""The words of the minutes: what was said and decided at each item (R38–R40)."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from app.domain.vocabulary import AttendanceMode, AttendanceRole, Outcome, StandingKind
from app.i18n.formats import Formats
from app.services.demo.ballots import Decided
from app.services.demo.docket import CasePlan, ItemPlan, MeetingPlan
from app.services.demo.filling import Filler, Value, capital
from app.services.demo.library import phrases
from app.services.demo.roll import AttendancePlan, Roll
from app.services.demo.story import Story
from app.services.demo.tasks import open_sentence

NO_DECISION = "Det ble ikke gjort vedtak."
_CHANGED = 0.12
"""How often minutes are approved with a correction."""

_GATHERING = {
    "NA": ("na_welcome", "na_region", "na_status"),
    "FS": ("fs_status", "fs_examples"),
}
_GATHERING_LATER = {
    ("NA", StandingKind.FOLLOW_UP): "na_follow",
    ("NA", StandingKind.ANY_OTHER_BUSINESS): "na_end",
    ("FS", StandingKind.ANY_OTHER_BUSINESS): "fs_end",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What the minutes say of one item, as plain text with marks."""

    text: str
    decision: str
    outcome: Outcome


def correction(story: Story, approved: MeetingPlan) -> str:
    """The correction that a meeting's minutes were approved with; empty for none."""
    chance = story.frame.dice.of("correction", approved.day.body, approved.day.on)
    if chance.random() >= _CHANGED or approved.day.body not in ("NR", "RR"):
        return ""
    return chance.choice(phrases()["correction"])


def said_of(story: Story, item: ItemPlan) -> Said:
    """What was said and decided at an item of a meeting that was held."""
    if item.case is not None:
        return _of_case(story, item, item.case)
    if item.meeting.day.body in _GATHERING:
        return _at_gathering(story, item)
    return _of_standing(story, item)


def _of_case(story: Story, item: ItemPlan, case: CasePlan) -> Said:
    decided = story.decided[item.number]
    key = "deliberation again" if item.is_again else "deliberation"
    if case.escalated_from is not None:
        key = "regional"
    told = case.stage.texts.get(key, "Saken ble lagt fram. Det var ingen merknader.")
    text = story.wording.fill(case, told, key, _people(story, item, decided))
    if "alternative" in case.stage.texts and decided.proposer is not None:
        name = story.setting.spec(decided.proposer.institution).name
        proposed = story.wording.fill(case, case.stage.texts["alternative"], "alternative")
        text = f"{text}\n\nForslag fra {name}:\n\n{proposed}"
    assert item.outcome is not None
    return Said(text, story.wording.decision(case, item.outcome), item.outcome)


def _of_standing(story: Story, item: ItemPlan) -> Said:
    roll = story.rolls[item.meeting.number]
    if item.standing is StandingKind.APPROVE_NOTICE:
        name = "elected" if roll.was_elected else "notice"
        return Said(
            _phrase(story, item, name), "Innkalling og saksliste godkjennes.", Outcome.AS_PROPOSED
        )
    if item.standing is StandingKind.APPROVE_MINUTES:
        return _approval(story, item)
    if item.standing is StandingKind.FOLLOW_UP:
        is_any = any(task.is_open_on(item.meeting.day.on) for task in story.tasks)
        return Said(
            _phrase(story, item, "follow" if is_any else "follow_none"),
            "Oversikten tas til orientering.",
            Outcome.NOTED,
        )
    text = _phrase(story, item, f"aob_{item.meeting.day.body.lower()}")
    leaving = _farewell(story, item)
    return Said(f"{text}\n\n{leaving}" if leaving else text, NO_DECISION, Outcome.NOTED)


def _approval(story: Story, item: ItemPlan) -> Said:
    assert item.approves is not None
    day = Formats("nb").day_month(item.approves.day.on)
    changes = correction(story, item.approves)
    if not changes:
        return Said(
            _phrase(story, item, "minutes"),
            f"Protokollen fra {day} godkjennes.",
            Outcome.AS_PROPOSED,
        )
    return Said(
        _phrase(story, item, "minutes_changed"),
        f"Protokollen fra {day} godkjennes med denne endringen: {changes}",
        Outcome.CHANGED,
    )


def _farewell(story: Story, item: ItemPlan) -> str:
    """Thanks to those whose time in a rotating seat runs out at New Year."""
    if item.meeting.day.body != "NR" or item.meeting.day.on.month != 12:
        return ""
    leaving = [
        line.person.name
        for line in story.rolls[item.meeting.number].lines
        if line.role is AttendanceRole.MEMBER
        and line.is_present
        and line.leaves_at is None
        and line.term is not None
        and line.term.interval.to_on is not None
        and line.term.interval.to_on.year == item.meeting.day.year + 1
        and (line.term.interval.to_on.month, line.term.interval.to_on.day) == (1, 1)
    ]
    if not leaving:
        return ""
    values: dict[str, Value] = {"leaver": Formats("nb").names(leaving)}
    return _filled(story, item, phrases()["farewell"][0], "farewell", values)


def _at_gathering(story: Story, item: ItemPlan) -> Said:
    body = item.meeting.day.body
    told = [one for one in item.meeting.items if one.standing is StandingKind.INFORMATION]
    if item in told:
        name = _GATHERING[body][told.index(item)]
        text = _theme(story, item) if name == "na_status" else _phrase(story, item, name)
        return Said(text, "", Outcome.NOTED)
    assert item.standing is not None
    name = _GATHERING_LATER[body, item.standing]
    return Said(_phrase(story, item, name), "", Outcome.NOTED)


def _theme(story: Story, item: ItemPlan) -> str:
    """The theme of the day; what each municipality reported is kept with the gathering."""
    chance = story.frame.dice.of("theme", item.meeting.day.on)
    values: dict[str, Value] = {"theme": chance.choice(phrases()["na_theme"])}
    return _filled(story, item, phrases()["na_theme_text"][0], "theme", values)


def _phrase(story: Story, item: ItemPlan, name: str) -> str:
    chance = story.frame.dice.of("phrase", name, item.meeting.day.body, item.meeting.day.on)
    return _filled(story, item, chance.choice(phrases()[name]), name, {})


def _filled(story: Story, item: ItemPlan, text: str, name: str, values: dict[str, Value]) -> str:
    dice, day = story.frame.dice, item.meeting.day
    filler = Filler({**_surroundings(story, item), **values}, Random(0), {})
    return filler.fill(text, dice.of("words", name, day.body, day.on, item.sort))


def _surroundings(story: Story, item: ItemPlan) -> dict[str, Value]:
    meeting = item.meeting
    facts, on = story.facts, meeting.day.on
    host = story.setting.short(meeting.host) if meeting.host is not None else "Trondheim"
    roll = story.rolls[meeting.number]
    return {
        **_people(story, item, story.decided[item.number]),
        "open_tasks_sentence": lambda: open_sentence(story.tasks, on),
        "recent_sentence": lambda: facts.recent_sentence(meeting),
        "presiding": roll.presiding.person.name if roll.presiding else "Møtelederen",
        "host": host,
        "host_leader": f"Ordføreren i {host}" if _has_guest(roll) else "Vertskommunen",
        "next_host": _next_host(story, meeting),
        "visit": _visit(story, meeting),
    }


def _visit(story: Story, meeting: MeetingPlan) -> str | None:
    """What the participants went to see; nothing when they met by video."""
    if meeting.day.mode is AttendanceMode.REMOTE:
        return None
    return story.frame.dice.of("visit", meeting.day.on).choice(phrases()["na_visit"])


def _has_guest(roll: Roll) -> bool:
    return any(line.role is AttendanceRole.GUEST for line in roll.lines)


def _next_host(story: Story, meeting: MeetingPlan) -> str:
    """Who hosts the body's next meeting; the rule's own proposal after the last one."""
    later = [
        one
        for one in story.docket.of(meeting.day.body)
        if one.day.on > meeting.day.on and one.host is not None
    ]
    if later and later[0].host is not None:
        return story.setting.short(later[0].host)
    return story.next_host


def _people(story: Story, item: ItemPlan, decided: Decided) -> dict[str, Value]:
    if decided.speaker is None:
        return {}
    return {"speaker": spoken_of(story, decided.speaker)}


def spoken_of(story: Story, line: AttendancePlan) -> str:
    """How the minutes speak of one from a municipality."""
    place = story.setting.short(line.institution)
    title, _, acting = line.function.partition(" (")
    if line.role is AttendanceRole.DEPUTY or not title:
        return f"Representanten fra {place}"
    if acting:
        return f"Den konstituerte {title}en i {place}"
    return f"{capital(title)}en i {place}"
