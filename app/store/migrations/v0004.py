"""Version 4: what a year is planned by, moved and cancelled meetings, and gatherings (R17–R23)."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, Integer

_TABLES = (
    """
CREATE TABLE blocked_period (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    from_on TEXT NOT NULL,
    to_on TEXT NOT NULL,
    CONSTRAINT pk_blocked_period PRIMARY KEY (id),
    CONSTRAINT ck_blocked_period_ends_after_start CHECK (to_on > from_on)
) STRICT
""",
    """
CREATE TABLE meeting_day (
    id INTEGER NOT NULL,
    body_id INTEGER NOT NULL,
    month INTEGER NOT NULL,
    weekday INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    CONSTRAINT pk_meeting_day PRIMARY KEY (id),
    CONSTRAINT uq_meeting_day_body_id_month_weekday_nth UNIQUE (body_id, month, weekday, nth),
    CONSTRAINT ck_meeting_day_month_of_year CHECK (month BETWEEN 1 AND 12),
    CONSTRAINT ck_meeting_day_weekday_of_week CHECK (weekday BETWEEN 0 AND 6),
    CONSTRAINT ck_meeting_day_nth_known CHECK (nth IN (-1, 1, 2, 3, 4)),
    CONSTRAINT fk_meeting_day_body_id_body FOREIGN KEY(body_id)
        REFERENCES body (id) ON DELETE CASCADE
) STRICT
""",
    """
CREATE TABLE gathering_status (
    id INTEGER NOT NULL,
    meeting_id INTEGER NOT NULL,
    institution_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_gathering_status PRIMARY KEY (id),
    CONSTRAINT uq_gathering_status_meeting_id_institution_id UNIQUE (meeting_id, institution_id),
    CONSTRAINT fk_gathering_status_meeting_id_meeting FOREIGN KEY(meeting_id)
        REFERENCES meeting (id) ON DELETE CASCADE,
    CONSTRAINT fk_gathering_status_institution_id_institution FOREIGN KEY(institution_id)
        REFERENCES institution (id) ON DELETE RESTRICT
) STRICT
""",
    """
CREATE TABLE host_pass (
    id INTEGER NOT NULL,
    meeting_id INTEGER NOT NULL,
    institution_id INTEGER NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT pk_host_pass PRIMARY KEY (id),
    CONSTRAINT uq_host_pass_meeting_id_institution_id UNIQUE (meeting_id, institution_id),
    CONSTRAINT fk_host_pass_meeting_id_meeting FOREIGN KEY(meeting_id)
        REFERENCES meeting (id) ON DELETE CASCADE,
    CONSTRAINT fk_host_pass_institution_id_institution FOREIGN KEY(institution_id)
        REFERENCES institution (id) ON DELETE RESTRICT
) STRICT
""",
    """
CREATE TABLE meeting_change (
    id INTEGER NOT NULL,
    meeting_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    made_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    from_on TEXT NOT NULL,
    from_start TEXT NOT NULL,
    from_end TEXT NOT NULL,
    from_place TEXT NOT NULL,
    to_on TEXT,
    to_start TEXT,
    to_end TEXT,
    to_place TEXT,
    called TEXT NOT NULL,
    told_on TEXT,
    CONSTRAINT pk_meeting_change PRIMARY KEY (id),
    CONSTRAINT fk_meeting_change_meeting_id_meeting FOREIGN KEY(meeting_id)
        REFERENCES meeting (id) ON DELETE CASCADE,
    CONSTRAINT ck_meeting_change_meetingchangekind CHECK (kind IN ('moved', 'cancelled'))
) STRICT
""",
    "CREATE INDEX ix_meeting_change_meeting_id ON meeting_change (meeting_id)",
    """
CREATE TABLE wheel_turn (
    id INTEGER NOT NULL,
    entry_id INTEGER NOT NULL,
    year INTEGER NOT NULL,
    to_year INTEGER,
    to_month INTEGER,
    is_dropped INTEGER NOT NULL,
    reason TEXT NOT NULL,
    case_id INTEGER,
    case_made_on TEXT,
    version INTEGER NOT NULL,
    CONSTRAINT pk_wheel_turn PRIMARY KEY (id),
    CONSTRAINT uq_wheel_turn_entry_id_year UNIQUE (entry_id, year),
    CONSTRAINT ck_wheel_turn_moved_whole CHECK ((to_year IS NULL) = (to_month IS NULL)),
    CONSTRAINT ck_wheel_turn_month_of_year CHECK (to_month IS NULL OR to_month BETWEEN 1 AND 12),
    CONSTRAINT ck_wheel_turn_case_was_made CHECK (case_id IS NULL OR case_made_on IS NOT NULL),
    CONSTRAINT fk_wheel_turn_entry_id_wheel_entry FOREIGN KEY(entry_id)
        REFERENCES wheel_entry (id) ON DELETE CASCADE,
    CONSTRAINT fk_wheel_turn_case_id_cases FOREIGN KEY(case_id)
        REFERENCES cases (id) ON DELETE SET NULL
) STRICT
""",
    "CREATE INDEX ix_wheel_turn_case_id ON wheel_turn (case_id)",
)

_TURNS_OF_CASES = """
INSERT INTO wheel_turn (entry_id, year, is_dropped, reason, case_id, case_made_on, version)
SELECT entry_id, year, 0, '', min(case_id), min(made_on), 1 FROM (
    SELECT
        entry.id AS entry_id,
        cases.id AS case_id,
        cases.created_on AS made_on,
        coalesce(
            (SELECT CAST(substr(max(meeting.held_on), 1, 4) AS INTEGER)
             FROM agenda_item JOIN meeting ON meeting.id = agenda_item.meeting_id
             WHERE agenda_item.case_id = cases.id AND meeting.body_id = entry.body_id),
            CAST(substr(cases.created_on, 1, 4) AS INTEGER)
            + (CAST(substr(cases.created_on, 6, 2) AS INTEGER) > entry.month)
        ) AS year
    FROM cases JOIN wheel_entry AS entry ON entry.id = cases.wheel_entry_id
) GROUP BY entry_id, year
"""
"""The year of a case that a fixed point made: its meeting's, else the next with that month."""


def upgrade(operations: Operations) -> None:
    """Make the new tables, let fixed points end, and let a gathering have tasks."""
    for statement in _TABLES:
        operations.execute(statement)
    with operations.batch_alter_table(
        "wheel_entry", recreate="always", table_kwargs={"sqlite_strict": True}
    ) as entry:
        entry.add_column(Column("last_year", Integer), insert_after="first_year")
        entry.add_column(Column("deadline_days", Integer), insert_after="interval_years")
        entry.create_check_constraint(
            "ck_wheel_entry_ends_after_start", "last_year IS NULL OR last_year >= first_year"
        )
        entry.create_check_constraint(
            "ck_wheel_entry_days_not_negative", "deadline_days IS NULL OR deadline_days >= 0"
        )
    with operations.batch_alter_table(
        "action_item", recreate="always", table_kwargs={"sqlite_strict": True}
    ) as action:
        action.alter_column("case_id", nullable=True)
        action.add_column(Column("meeting_id", Integer), insert_after="case_id")
        action.create_foreign_key(
            "fk_action_item_meeting_id_meeting",
            "meeting",
            ["meeting_id"],
            ["id"],
            ondelete="RESTRICT",
        )
        action.create_check_constraint(
            "ck_action_item_one_origin", "(case_id IS NULL) <> (meeting_id IS NULL)"
        )
    operations.execute("CREATE INDEX ix_action_item_meeting_id ON action_item (meeting_id)")
    operations.execute(_TURNS_OF_CASES)
