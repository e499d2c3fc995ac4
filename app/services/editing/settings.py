"""Changing the council's settings, its bodies' dated rules, and the limits (R10–R12, R53)."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.levels import Limits
from app.domain.numbering import NumberStyle
from app.domain.vocabulary import QuorumRule
from app.i18n.catalogue import LANGUAGES
from app.models import Body, BodyRules, DecisionLimit
from app.services.changes import Kind
from app.services.editing.approved import must_be_after_approved
from app.services.editing.clock_times import as_clock
from app.services.editing.done import Done, Editor, existing, needed, one_line
from app.services.settings import CouncilFields, RulesFields
from app.store.queries.council import body_by_code, the_council
from app.store.unit_of_work import expect_version

LONGEST_MEETING = 24 * 60
"""Minutes."""

LONGEST_NOTICE = 3 * 366
"""Days ahead that the end of a term can be announced."""


class SettingsEditor(Editor):
    """Changes settings; those that approved minutes rest on stay as they are."""

    def set_council(self, fields: CouncilFields, expected_version: int) -> Done:
        """The council's names, the officer at the desk, languages and backup folder."""
        with self._desk.writing() as work:
            row = the_council(work.session)
            expect_version(row, expected_version)
            for name, value in asdict(_checked_council(fields)).items():
                setattr(row, name, value)
            return self._end(work, "set_council", row, Kind.COUNCIL, goes_on=True)

    def set_rules(self, body: str, from_on: date, fields: RulesFields) -> Done:
        """The body's rules from a day on, until the next that are known.

        A day that has none yet begins new ones. `UserError` when approved minutes rest on what
        would change, or when the rules contradict themselves.
        """
        with self._desk.writing() as work:
            chosen = body_by_code(work.session, body)
            must_be_after_approved(work.session, from_on, chosen.id)
            checked = _checked_rules(work.session, chosen, fields)
            row = next((one for one in chosen.rules if one.valid_from == from_on), None)
            verb = "set_rules" if row is not None else "change_rules"
            if row is None:
                row = BodyRules(body_id=chosen.id, valid_from=from_on)
                work.session.add(row)
            for name in RulesFields.__dataclass_fields__:
                setattr(row, name, getattr(checked, name))
            row.term_notice_days = list(checked.term_notice_days)
            return self._end(
                work, verb, row, Kind.BODY, chosen.id, also=(Kind.MEETING,), goes_on=True
            )

    def begin_rules(self, body: str, from_on: date, fields: RulesFields) -> Done:
        """New rules from a day on; `UserError` when others begin that very day."""
        with self._desk.reading() as session:
            chosen = body_by_code(session, body)
            if any(one.valid_from == from_on for one in chosen.rules):
                raise UserError("rules_there_already", body=chosen.short_name, from_on=from_on)
        return self.set_rules(body, from_on, fields)

    def set_limits(self, from_on: date, administrative: int, council: int) -> Done:
        """The highest amounts from a day on, both inclusive (R10–R12, R15)."""
        limits = Limits(administrative, council)
        with self._desk.writing() as work:
            must_be_after_approved(work.session, from_on)
            row = work.session.scalars(
                select(DecisionLimit).where(DecisionLimit.valid_from == from_on)
            ).first()
            if row is None:
                row = DecisionLimit(valid_from=from_on)
                work.session.add(row)
            row.administrative, row.council = limits.administrative, limits.council
            return self._end(work, "set_limits", row, Kind.COUNCIL, also=(Kind.CASE,), goes_on=True)

    def remove_limits(self, limits_id: int) -> Done:
        """Take a later set of limits out; the first one stays, for every case needs some."""
        with self._desk.writing() as work:
            row = existing(work.session, DecisionLimit, limits_id, "limits_gone")
            must_be_after_approved(work.session, row.valid_from)
            earlier = select(DecisionLimit.id).where(DecisionLimit.valid_from < row.valid_from)
            if work.session.scalar(earlier.limit(1)) is None:
                raise UserError("first_limits_stay")
            work.session.delete(row)
            return self._end(work, "remove_limits", row, Kind.COUNCIL, also=(Kind.CASE,))


def _checked_council(fields: CouncilFields) -> CouncilFields:
    for language in (fields.language, fields.document_language):
        if language not in LANGUAGES:
            raise UserError("language_unknown", language=language)
    folder = fields.backup_folder.strip()
    if folder and not Path(folder).is_dir():
        raise UserError("backup_folder_missing", folder=folder)
    lines = {name: one_line(value) for name, value in asdict(fields).items()}
    return replace(
        CouncilFields(**lines),
        name=needed(fields.name, "council_name_missing"),
        backup_folder=folder,
    )


def _checked_rules(session: Session, body: Body, fields: RulesFields) -> RulesFields:
    style = NumberStyle(
        one_line(fields.number_prefix), fields.number_separator.strip(), fields.number_year_digits
    )
    _must_be_own_prefix(session, body, style.prefix)
    if fields.quorum_rule is QuorumRule.NUMBER and (fields.quorum_number or 0) < 1:
        raise UserError("quorum_needs_number")
    if not 0 < fields.meeting_minutes <= LONGEST_MEETING:
        raise UserError(
            "meeting_length_unusable", minutes=fields.meeting_minutes, limit=LONGEST_MEETING
        )
    if any(not 0 < days <= LONGEST_NOTICE for days in fields.term_notice_days):
        raise UserError("notice_days_unusable", limit=LONGEST_NOTICE)
    return replace(
        fields,
        number_prefix=style.prefix,
        number_separator=style.separator,
        record_name=needed(fields.record_name, "record_name_missing"),
        legal_regime=one_line(fields.legal_regime),
        meeting_start=as_clock(fields.meeting_start),
        term_notice_days=tuple(sorted(set(fields.term_notice_days), reverse=True)),
    )


def _must_be_own_prefix(session: Session, body: Body, prefix: str) -> None:
    others = session.execute(
        select(Body.short_name)
        .join(BodyRules, BodyRules.body_id == Body.id)
        .where(Body.id != body.id, BodyRules.number_prefix == prefix)
    )
    other = others.scalars().first()
    if other is not None:
        raise UserError("prefix_taken", prefix=prefix, body=other)
