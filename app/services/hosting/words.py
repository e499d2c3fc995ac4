"""What is said of turns and of the round, in the window and on paper."""

from __future__ import annotations

from app.domain.host_days import Season
from app.i18n.catalogue import _
from app.i18n.voice import Voice, sentence_of
from app.services.hosting.facts import HostState, HostTurnRow, RoundMember, RoundView

SPRING, AUTUMN = _("Vår {year}"), _("Høst {year}")
IN_SPRING, IN_AUTUMN = _("vår {year}"), _("høst {year}")
NEXT = _("neste: {name}, {season}")
NOBODY = _("ingen")
STATES = {
    HostState.HOSTED: _("avholdt"),
    HostState.AGREED: _("avtalt"),
    HostState.PROPOSED: _("forslag"),
    HostState.AHEAD: _("uten møte"),
    HostState.MISSING: _("ikke ført opp"),
}
BECAUSE = _("Begrunnelse: {why}")
STANDS_OVER = _("{name} står over: {why}")
TITLE = _("Rundgangen: {body}")
SAID = _(
    "Rundgangen i {body} fra {first} til {last}: {hosted:tur|turer} som har vært, og {coming:tur|"
    "turer} som kommer. Neste vert er {name}."
)
TIMES = _("vert {n:gang|ganger}")
NEVER = _("har ikke vært vert")
LAST = _("sist {on:dato}")
INHERITS = _("med {names:liste}")
PLACE = _("nr. {n:tall} i køen")
PASSED = _("har stått over {n:gang|ganger}")


def season(of: Season, voice: Voice) -> str:
    """`Vår 2027`."""
    return voice.fill(AUTUMN if of.is_autumn else SPRING, year=str(of.year))


def in_season(of: Season, voice: Voice) -> str:
    """`vår 2027`, inside a sentence."""
    return voice.fill(IN_AUTUMN if of.is_autumn else IN_SPRING, year=str(of.year))


def state(turn: HostTurnRow, voice: Voice) -> str:
    """How a turn stands, in a word."""
    return voice.word(STATES[turn.state])


def why(turn: HostTurnRow, voice: Voice) -> str:
    """What the user wrote first, then why it is this host's turn, then who stands over."""
    said = [voice.fill(BECAUSE, why=turn.host_reason)] if turn.host_reason else []
    said += [voice.say(reason) for reason in turn.reasons]
    told = {reason.params.get("name") for reason in turn.reasons if reason.code == "host_passes"}
    said += [
        voice.fill(STANDS_OVER, name=one.name, why=one.reason)
        for one in turn.passes
        if one.name not in told
    ]
    return " ".join(sentence_of(one) for one in said)


def next_words(view: RoundView, voice: Voice) -> str:
    """`neste: Orkland, vår 2027`; empty when nobody can be named."""
    turn = next((one for one in view.coming if one.host_short), None)
    if turn is None:
        return ""
    return voice.fill(NEXT, name=turn.host_short, season=in_season(turn.season, voice))


def title(view: RoundView, voice: Voice) -> str:
    """The heading of the picture."""
    return voice.fill(TITLE, body=view.body_name)


def said(view: RoundView, voice: Voice) -> str:
    """The picture in words; its heading where there is nothing in it."""
    if not view.turns:
        return title(view, voice)
    coming = view.coming
    name = next((one.host for one in coming if one.host), None)
    return voice.fill(
        SAID,
        body=view.body_name,
        first=str(view.turns[0].on.year),
        last=str(view.turns[-1].on.year),
        hosted=len(view.turns) - len(coming),
        coming=len(coming),
        name=name or voice.word(NOBODY),
    )


def member(one: RoundMember, voice: Voice) -> str:
    """`nr. 1 i køen · vert 3 ganger, sist 23. oktober 2023 · med Klæbu`."""
    parts = []
    if one.place is not None:
        parts.append(voice.fill(PLACE, n=one.place))
    if one.last_on is None:
        parts.append(voice.word(NEVER))
    else:
        times = voice.fill(TIMES, n=one.times)
        parts.append(f"{times}, {voice.fill(LAST, on=one.last_on)}")
    if one.inherited_from:
        parts.append(voice.fill(INHERITS, names=one.inherited_from))
    if one.passes:
        parts.append(voice.fill(PASSED, n=one.passes))
    return " · ".join(parts)


def turn_told(turn: HostTurnRow, voice: Voice) -> tuple[str, ...]:
    """All that is known of a turn, the most telling first."""
    head = f"{season(turn.season, voice)}: {turn.host or voice.word(NOBODY)}"
    facts = (voice.formats.date(turn.on), turn.meeting_name, state(turn, voice))
    day = " · ".join(part for part in facts if part)
    return tuple(part for part in (head, day, why(turn, voice)) if part)
