"""What the file itself refuses, whoever asks: overlaps, changes to what is fixed (R7, R26, R41)."""

from __future__ import annotations

from collections.abc import Iterator

FROZEN = {
    "approval": "approval_is_fixed",
    "reopening": "approval_is_fixed",
    "minutes_version": "issued_version_is_fixed",
    "agenda_version": "issued_version_is_fixed",
    "blob": "blob_is_fixed",
    "log_entry": "log_is_fixed",
    "erasure": "erasure_is_fixed",
}
"""Tables whose rows are never changed nor taken out, and the code said when someone tries."""

REFUSALS = frozenset(
    {"term_overlap", "minutes_are_approved", "case_number_is_fixed", *FROZEN.values()}
)
"""Every code that the file itself raises."""

_MEETING_OF = {
    "agenda_item": "{row}.meeting_id",
    "attendance": "{row}.meeting_id",
    "deliberation": "(SELECT meeting_id FROM agenda_item WHERE id = {row}.item_id)",
    "vote": "(SELECT meeting_id FROM agenda_item WHERE id = {row}.item_id)",
    "disqualification": "(SELECT meeting_id FROM agenda_item WHERE id = {row}.item_id)",
    "ballot": "(SELECT agenda_item.meeting_id FROM vote"
    " JOIN agenda_item ON agenda_item.id = vote.item_id WHERE vote.id = {row}.vote_id)",
}
"""How a row of what happened in a meeting finds its meeting."""

_HELD_FACTS = (
    "id",
    "body_id",
    "year",
    "number",
    "kind",
    "mode",
    "held_on",
    "start_time",
    "end_time",
    "actual_start",
    "actual_end",
    "place",
    "host_id",
    "presided_by_id",
    "secretary_name",
    "deleted_at",
)
"""What approved minutes say about the meeting itself."""


_LAST_ENTRY_GOES_ON = (
    "NOT (OLD.id = (SELECT max(id) FROM log_entry) AND OLD.is_final = 0"
    " AND OLD.undoes_id IS NULL AND "
    + " AND ".join(
        f"NEW.{column} IS OLD.{column}"
        for column in (
            "id",
            "at",
            "who",
            "verb",
            "subject",
            "subject_id",
            "before",
            "undoes_id",
            "is_final",
        )
    )
    + ")"
)
"""Of the newest entry alone, `after` may be written on while the same text is being typed."""


def trigger_statements() -> list[str]:
    """CREATE TRIGGER for everything the file refuses, in a fixed order."""
    return [*_terms(), *_fixed_rows(), *_approved_meetings(), *_case_numbers()]


def _trigger(name: str, when: str, condition: str, code: str) -> str:
    guard = f" WHEN {condition}" if condition else ""
    return f"CREATE TRIGGER {name} {when}{guard} BEGIN SELECT RAISE(ABORT, '{code}'); END"


def _terms() -> Iterator[str]:
    overlap = (
        "EXISTS (SELECT 1 FROM term AS other WHERE other.seat_id = NEW.seat_id"
        " AND other.id <> NEW.id"
        " AND (other.end_on IS NULL OR other.end_on > NEW.start_on)"
        " AND (NEW.end_on IS NULL OR NEW.end_on > other.start_on))"
    )
    yield _trigger("term_alone_insert", "AFTER INSERT ON term", overlap, "term_overlap")
    columns = "seat_id, start_on, end_on"
    yield _trigger(
        "term_alone_update", f"AFTER UPDATE OF {columns} ON term", overlap, "term_overlap"
    )


def _fixed_rows() -> Iterator[str]:
    for table, code in FROZEN.items():
        still_open = _LAST_ENTRY_GOES_ON if table == "log_entry" else ""
        yield _trigger(f"{table}_kept_update", f"BEFORE UPDATE ON {table}", still_open, code)
        yield _trigger(f"{table}_kept_delete", f"BEFORE DELETE ON {table}", "", code)


def _is_locked(meeting: str) -> str:
    """True when the meeting's latest approval has not been opened again."""
    return (
        "EXISTS (SELECT 1 FROM minutes_version JOIN approval"
        " ON approval.minutes_version_id = minutes_version.id"
        f" WHERE minutes_version.meeting_id = {meeting} GROUP BY minutes_version.meeting_id"
        " HAVING max(approval.sequence) NOT IN (SELECT approval_sequence FROM reopening))"
    )


def _approved_meetings() -> Iterator[str]:
    code = "minutes_are_approved"
    for table, meeting in _MEETING_OF.items():
        old, new = (_is_locked(meeting.format(row=row)) for row in ("OLD", "NEW"))
        yield _trigger(f"{table}_approved_insert", f"BEFORE INSERT ON {table}", new, code)
        yield _trigger(
            f"{table}_approved_update", f"BEFORE UPDATE ON {table}", f"{old} OR {new}", code
        )
        yield _trigger(f"{table}_approved_delete", f"BEFORE DELETE ON {table}", old, code)
    changed = " OR ".join(f"NEW.{fact} IS NOT OLD.{fact}" for fact in _HELD_FACTS)
    changed += " OR (OLD.status = 'approved' AND NEW.status <> 'approved')"
    yield _trigger(
        "meeting_approved_update",
        "BEFORE UPDATE ON meeting",
        f"({changed}) AND {_is_locked('OLD.id')}",
        code,
    )
    yield _trigger(
        "meeting_approved_delete", "BEFORE DELETE ON meeting", _is_locked("OLD.id"), code
    )


def _case_numbers() -> Iterator[str]:
    changed = " OR ".join(
        f"NEW.{column} IS NOT OLD.{column}" for column in ("number", "number_year", "body_id")
    )
    yield _trigger(
        "cases_number_update",
        "BEFORE UPDATE ON cases",
        f"OLD.number IS NOT NULL AND ({changed})",
        "case_number_is_fixed",
    )
    yield _trigger(
        "cases_number_delete",
        "BEFORE DELETE ON cases",
        "OLD.number IS NOT NULL",
        "case_number_is_fixed",
    )
