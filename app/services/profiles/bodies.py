"""Reads the bodies of a profile: rules, rights, agenda, deadlines, year wheel (R5, R19–R36)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.errors import UserError
from app.domain.numbering import NumberStyle
from app.domain.vocabulary import Level, QuorumRule
from app.services.profiles import words
from app.services.profiles.fields import Fields
from app.services.profiles.seats import seats_of
from app.services.profiles.shape import (
    BodySpec,
    DeadlineSpec,
    InstitutionSpec,
    RightSpec,
    RulesSpec,
    SectionSpec,
    StandingSpec,
    WheelSpec,
)

DAY_MINUTES = 24 * 60
YEAR_DAYS = 366
_SHARED = ("rettigheter", "saksframlegg", "faste_poster", "frister")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a body's part of the profile may refer to."""

    begins_on: date
    institutions: tuple[InstitutionSpec, ...]
    names: dict[str, str]
    regimes: tuple[str, ...]
    codes: tuple[str, ...]


def bodies(
    every: list[Fields], shared: Fields | None, wheel: list[Fields], around: Surroundings
) -> tuple[BodySpec, ...]:
    """`organer:` with what they share (`felles:`) and the points of the year (`årshjul:`)."""
    common = None if shared is None else shared.part("regler")
    if shared is not None:
        for key in _SHARED:
            _ = key in shared
    points = _wheel(wheel, around)
    made = [_body(fields, shared, common, points, around) for fields in every]
    _check_unique(every, made)
    if common is not None and made:
        _ask_for_rules(common)
        common.close()
    if shared is not None:
        shared.close()
    return tuple(made)


def _body(
    fields: Fields,
    shared: Fields | None,
    common: Fields | None,
    points: dict[str, list[WheelSpec]],
    around: Surroundings,
) -> BodySpec:
    valid_from = fields.day("fra", around.begins_on)
    code = fields.text("kode")
    name = fields.text("navn")
    recommends_to = fields.reference("innstiller_til", around.codes, "profile_unknown_body")
    if recommends_to is not None and recommends_to == code:
        fields.wrong("innstiller_til", "profile_refers_to_itself", value=code)
    valid_to = fields.day_after("til", valid_from)
    made = BodySpec(
        code=code,
        name=name,
        short_name=fields.text("kortnavn", name),
        level=fields.optional_choice("nivå", words.LEVELS),
        recommends_to=recommends_to,
        is_hosted_in_turns=fields.flag("på_rundgang", False),
        valid_from=valid_from,
        valid_to=valid_to,
        rules=_rules(fields, common, valid_from, around.regimes),
        rights=_rights(_chosen(fields, shared, "rettigheter")),
        sections=_sections(_chosen(fields, shared, "saksframlegg")),
        standing_items=_standing_items(_chosen(fields, shared, "faste_poster")),
        deadlines=_deadlines(_chosen(fields, shared, "frister")),
        seats=seats_of(fields, valid_from, valid_to, around.institutions, around.names),
        wheel=tuple(points.get(code, ())),
    )
    fields.close()
    return made


def _chosen(fields: Fields, shared: Fields | None, key: str) -> Fields:
    """Whoever answers for `key`: the body itself, else what the bodies share."""
    if key in fields or shared is None or key not in shared:
        return fields
    return shared


def _rules(
    fields: Fields, common: Fields | None, valid_from: date, regimes: tuple[str, ...]
) -> tuple[RulesSpec, ...]:
    rows: list[RulesSpec] = []
    for part in fields.rows("regler", common):
        since = part.own_day("fra", valid_from)
        if rows and since <= rows[-1].valid_from:
            part.wrong("fra", "profile_rules_out_of_order", on=since)
        rows.append(_rules_row(part, since, regimes))
    return tuple(rows)


def _rules_row(fields: Fields, since: date, regimes: tuple[str, ...]) -> RulesSpec:
    quorum = fields.choice("vedtaksført", words.QUORUM_RULES)
    number = None
    if quorum is QuorumRule.NUMBER:
        number = fields.number("vedtaksført_antall", 1, 1_000)
    elif "vedtaksført_antall" in fields:
        fields.wrong("vedtaksført_antall", "profile_quorum_number_astray")
    _ = fields.text("regelverk")
    row = RulesSpec(
        valid_from=since,
        number=_number_style(fields),
        record_name=fields.text("møtebok"),
        quorum_rule=quorum,
        quorum_number=number,
        decision_rule=fields.choice("avgjørelse", words.DECISION_RULES),
        tie_rule=fields.choice("stemmelikhet", words.TIE_RULES),
        blank_allowed=fields.flag("blanke_stemmer", True),
        seats_carried_over=fields.flag("sitter_til_ny_er_oppnevnt", False),
        observers_see_exempt=fields.flag("observatører_får_unntatt", False),
        uncalled_deputies_get_papers=fields.flag("vara_får_sakspapirer", False),
        term_notice_days=_notice_days(fields),
        meeting_start=fields.clock("møtestart"),
        meeting_minutes=fields.number("møtelengde", 1, DAY_MINUTES),
        legal_regime=fields.reference("regelverk", regimes, "profile_unknown_regime") or "",
    )
    fields.close()
    return row


def _ask_for_rules(common: Fields) -> None:
    """A shared setting that every body overrides is known all the same."""
    for key in ("vedtaksført_antall", "fra"):
        _ = key in common


def _number_style(fields: Fields) -> NumberStyle:
    prefix = fields.text("saksnummer_foran", "")
    separator = fields.text("saksnummer_skille", "/")
    digits = fields.number("saksnummer_årssifre", 2, 4, 2)
    try:
        return NumberStyle(prefix, separator, digits)
    except UserError as error:
        key, code = {
            "year_width_unknown": ("saksnummer_årssifre", "profile_year_digits"),
            "separator_unusable": ("saksnummer_skille", "profile_separator"),
            "prefix_unusable": ("saksnummer_foran", "profile_prefix"),
        }[error.code]
        fields.wrong(key, code, value=fields.text(key, ""))
        return NumberStyle()


def _notice_days(fields: Fields) -> tuple[int, ...]:
    if "varsel_før_periodens_slutt" not in fields:
        return (180, 60)
    days = []
    for text, line in fields.texts("varsel_før_periodens_slutt"):
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 3 * YEAR_DAYS):
            fields.mistakes.add(
                line,
                "profile_not_a_number",
                key="varsel_før_periodens_slutt",
                value=text,
                least=1,
                most=3 * YEAR_DAYS,
            )
        else:
            days.append(int(text))
    return tuple(sorted(days, reverse=True))


def _rights(fields: Fields) -> tuple[RightSpec, ...]:
    part = fields.part("rettigheter", required=True)
    if part is None:
        return ()
    made = []
    for word, group in words.GROUPS.items():
        if word not in part:
            continue
        given = {text for text, _ in part.texts(word)}
        for text, line in part.texts(word):
            if text not in words.RIGHTS:
                part.mistakes.add(
                    line,
                    "profile_unknown_word",
                    key=word,
                    value=text,
                    known=tuple(words.RIGHTS),
                )
        if given and "møte" not in given:
            part.wrong(word, "profile_right_without_attendance")
        held = {attribute: text in given for text, attribute in words.RIGHTS.items()}
        made.append(RightSpec(who=group, **held))
    part.close()
    return tuple(made)


def _sections(fields: Fields) -> tuple[SectionSpec, ...]:
    made: list[SectionSpec] = []
    for part in fields.parts("saksframlegg"):
        key = _section_key(part, [section.key for section in made])
        computed = part.flag("beregnes", False)
        if computed and part.is_sound and key not in words.COMPUTED_SECTIONS:
            part.wrong("beregnes", "profile_cannot_compute", value=part.text("del"))
        made.append(
            SectionSpec(
                key=key,
                heading=part.text("overskrift"),
                computed=computed,
                required=part.flag("må_fylles_ut", False),
            )
        )
        part.close()
    return tuple(made)


def _section_key(part: Fields, taken: list[str]) -> str:
    word = part.text("del")
    key = words.SECTION_KEYS.get(word, word)
    if key == word and not word.startswith(words.OWN_SECTION) and part.is_sound:
        part.wrong(
            "del",
            "profile_unknown_section",
            value=word,
            known=tuple(words.SECTION_KEYS),
            own=words.OWN_SECTION,
        )
    if key in taken:
        part.wrong("del", "profile_section_twice", value=word)
    return key


def _standing_items(fields: Fields) -> tuple[StandingSpec, ...]:
    made = []
    for part in fields.parts("faste_poster"):
        made.append(
            StandingSpec(
                kind=part.choice("slag", words.STANDING_KINDS),
                title=part.text("tittel"),
                minutes=part.number("minutter", 0, DAY_MINUTES, 5),
                numbered=part.flag("saksnummer", False),
                at_end=part.flag("sist", False),
            )
        )
        part.close()
    return tuple(made)


def _deadlines(fields: Fields) -> tuple[DeadlineSpec, ...]:
    made: list[DeadlineSpec] = []
    for part in fields.parts("frister"):
        kind = part.choice("slag", words.DEADLINE_KINDS)
        days = part.number("dager", 0, YEAR_DAYS)
        unit = part.choice("dager_er", words.DAY_UNITS, words.DAY_UNITS["kalenderdager"])
        if any(other.kind is kind for other in made):
            part.wrong("slag", "profile_deadline_twice", value=part.text("slag"))
        made.append(DeadlineSpec(kind=kind, days=days, unit=unit))
        part.close()
    return tuple(made)


def _wheel(every: list[Fields], around: Surroundings) -> dict[str, list[WheelSpec]]:
    points: dict[str, list[WheelSpec]] = {}
    for part in every:
        _ = part.text("organ")
        body = part.reference("organ", around.codes, "profile_unknown_body")
        title, month = part.text("tittel"), part.month("måned")
        first_year = part.number("første_år", 1900, 2999)
        point = WheelSpec(
            title=title,
            month=month,
            first_year=first_year,
            last_year=_if_there(part, "siste_år", first_year, 2999),
            interval_years=part.number("hvert_år", 1, 20, 1),
            deadline_days=_if_there(part, "frist_dager", 0, YEAR_DAYS),
            case_kind=part.choice("sakstype", words.CASE_KINDS),
            template=part.text("mal", ""),
        )
        part.close()
        if body is not None:
            points.setdefault(body, []).append(point)
    return points


def _if_there(part: Fields, key: str, least: int, most: int) -> int | None:
    return part.number(key, least, most) if key in part else None


def _check_unique(every: list[Fields], made: list[BodySpec]) -> None:
    """Codes, number prefixes and levels each belong to one body."""
    codes: dict[str, int] = {}
    prefixes: dict[str, str] = {}
    levels: dict[Level, str] = {}
    for fields, body in zip(every, made, strict=True):
        first = codes.setdefault(body.code, fields.line)
        if body.code and first != fields.line:
            fields.wrong("kode", "profile_code_twice", value=body.code, first=first)
        if body.level is not None and levels.setdefault(body.level, body.code) != body.code:
            fields.wrong("nivå", "profile_level_twice", other=levels[body.level])
        for prefix in {row.number.prefix for row in body.rules}:
            other = prefixes.setdefault(prefix, body.code)
            if other != body.code:
                fields.wrong("kode", "profile_prefix_twice", value=prefix, other=other)
