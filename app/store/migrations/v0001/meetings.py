"""Meetings and agendas, as version 1 had them; never changed."""

from __future__ import annotations

STATEMENTS = (
    """
CREATE TABLE meeting (
id INTEGER NOT NULL,
body_id INTEGER NOT NULL,
year INTEGER NOT NULL,
number INTEGER NOT NULL,
kind TEXT NOT NULL,
mode TEXT NOT NULL,
held_on TEXT NOT NULL,
start_time TEXT NOT NULL,
end_time TEXT NOT NULL,
place TEXT NOT NULL,
host_id INTEGER,
host_reason TEXT NOT NULL,
video_link TEXT NOT NULL,
status TEXT NOT NULL,
status_reason TEXT NOT NULL,
notified_on TEXT,
called_on TEXT,
agenda_version INTEGER NOT NULL,
presided_by_id INTEGER,
secretary_name TEXT NOT NULL,
deleted_at TEXT,
version INTEGER NOT NULL,
CONSTRAINT pk_meeting PRIMARY KEY (id),
CONSTRAINT uq_meeting_body_id_year_number UNIQUE (body_id, year, number),
CONSTRAINT ck_meeting_ends_after_start CHECK (end_time > start_time),
CONSTRAINT ck_meeting_number_positive CHECK (number >= 1),
CONSTRAINT ck_meeting_start_time_is_clock CHECK (start_time IS NULL OR (length(start_time) = 5
AND substr(start_time, 3, 1) = ':' AND start_time >= '00:00' AND start_time <= '23:59')),
CONSTRAINT ck_meeting_end_time_is_clock CHECK (end_time IS NULL OR (length(end_time) = 5 AND
substr(end_time, 3, 1) = ':' AND end_time >= '00:00' AND end_time <= '23:59')),
CONSTRAINT fk_meeting_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE RESTRICT,
CONSTRAINT ck_meeting_meetingkind CHECK (kind IN ('ordinary', 'extraordinary', 'written')),
CONSTRAINT ck_meeting_attendancemode CHECK (mode IN ('in_person', 'remote', 'mixed')),
CONSTRAINT fk_meeting_host_id_institution FOREIGN KEY(host_id) REFERENCES institution (id) ON
DELETE RESTRICT,
CONSTRAINT ck_meeting_meetingstatus CHECK (status IN ('planned', 'notified', 'called',
'ongoing', 'held', 'minutes_out', 'approved', 'cancelled')),
CONSTRAINT fk_meeting_presided_by_id_person FOREIGN KEY(presided_by_id) REFERENCES person (id)
ON DELETE RESTRICT
)
STRICT
""",
    """
CREATE INDEX ix_meeting_held_on ON meeting (held_on)
""",
    """
CREATE TABLE agenda_version (
id INTEGER NOT NULL,
meeting_id INTEGER NOT NULL,
number INTEGER NOT NULL,
published_at TEXT NOT NULL,
content TEXT NOT NULL,
content_sha256 TEXT NOT NULL,
CONSTRAINT pk_agenda_version PRIMARY KEY (id),
CONSTRAINT uq_agenda_version_meeting_id_number UNIQUE (meeting_id, number),
CONSTRAINT fk_agenda_version_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id)
ON DELETE RESTRICT
)
STRICT
""",
    """
CREATE TABLE agenda_item (
id INTEGER NOT NULL,
meeting_id INTEGER NOT NULL,
sort INTEGER NOT NULL,
kind TEXT NOT NULL,
standing_kind TEXT,
case_id INTEGER,
title TEXT NOT NULL,
minutes INTEGER NOT NULL,
presenter TEXT NOT NULL,
added_in_version INTEGER NOT NULL,
is_withdrawn INTEGER NOT NULL,
approves_meeting_id INTEGER,
version INTEGER NOT NULL,
CONSTRAINT pk_agenda_item PRIMARY KEY (id),
CONSTRAINT ck_agenda_item_case_has_case CHECK ((kind = 'case') = (case_id IS NOT NULL)),
CONSTRAINT ck_agenda_item_minutes_not_negative CHECK (minutes >= 0),
CONSTRAINT fk_agenda_item_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON
DELETE CASCADE,
CONSTRAINT ck_agenda_item_itemkind CHECK (kind IN ('case', 'standing', 'heading')),
CONSTRAINT ck_agenda_item_standingkind CHECK (standing_kind IN ('approve_notice',
'approve_minutes', 'reported_cases', 'follow_up', 'information', 'any_other_business')),
CONSTRAINT fk_agenda_item_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE
RESTRICT,
CONSTRAINT fk_agenda_item_approves_meeting_id_meeting FOREIGN KEY(approves_meeting_id)
REFERENCES meeting (id) ON DELETE RESTRICT
)
STRICT
""",
    """
CREATE INDEX ix_agenda_item_case_id ON agenda_item (case_id)
""",
    """
CREATE INDEX ix_agenda_item_meeting_id ON agenda_item (meeting_id)
""",
)
