"""What happened in meetings, and approvals, as version 1 had them; never changed."""

from __future__ import annotations

STATEMENTS = (
    """
CREATE TABLE minutes_version (
id INTEGER NOT NULL,
meeting_id INTEGER NOT NULL,
number INTEGER NOT NULL,
made_at TEXT NOT NULL,
content TEXT NOT NULL,
content_sha256 TEXT NOT NULL,
CONSTRAINT pk_minutes_version PRIMARY KEY (id),
CONSTRAINT uq_minutes_version_meeting_id_number UNIQUE (meeting_id, number),
CONSTRAINT fk_minutes_version_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting
(id) ON DELETE RESTRICT
)
STRICT
""",
    """
CREATE TABLE approval (
sequence INTEGER NOT NULL,
minutes_version_id INTEGER NOT NULL,
approved_on TEXT NOT NULL,
approved_in_id INTEGER,
form TEXT NOT NULL,
changes TEXT NOT NULL,
content_sha256 TEXT NOT NULL,
previous_hash TEXT NOT NULL,
hash TEXT NOT NULL,
CONSTRAINT pk_approval PRIMARY KEY (sequence),
CONSTRAINT uq_approval_hash UNIQUE (hash),
CONSTRAINT uq_approval_minutes_version_id UNIQUE (minutes_version_id),
CONSTRAINT fk_approval_minutes_version_id_minutes_version FOREIGN KEY(minutes_version_id)
REFERENCES minutes_version (id) ON DELETE RESTRICT,
CONSTRAINT fk_approval_approved_in_id_meeting FOREIGN KEY(approved_in_id) REFERENCES meeting
(id) ON DELETE RESTRICT,
CONSTRAINT ck_approval_approvalform CHECK (form IN ('as_presented', 'with_changes'))
)
STRICT
""",
    """
CREATE TABLE attendance (
id INTEGER NOT NULL,
meeting_id INTEGER NOT NULL,
person_id INTEGER NOT NULL,
seat_id INTEGER,
institution_id INTEGER,
role TEXT NOT NULL,
state TEXT NOT NULL,
function TEXT NOT NULL,
by_video INTEGER NOT NULL,
arrives_at_id INTEGER,
leaves_at_id INTEGER,
reason TEXT NOT NULL,
CONSTRAINT pk_attendance PRIMARY KEY (id),
CONSTRAINT uq_attendance_meeting_id_person_id UNIQUE (meeting_id, person_id),
CONSTRAINT ck_attendance_has_seat CHECK (role NOT IN ('member', 'deputy') OR seat_id IS NOT
NULL),
CONSTRAINT fk_attendance_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON
DELETE CASCADE,
CONSTRAINT fk_attendance_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON
DELETE RESTRICT,
CONSTRAINT fk_attendance_seat_id_seat FOREIGN KEY(seat_id) REFERENCES seat (id) ON DELETE
RESTRICT,
CONSTRAINT fk_attendance_institution_id_institution FOREIGN KEY(institution_id) REFERENCES
institution (id) ON DELETE RESTRICT,
CONSTRAINT ck_attendance_attendancerole CHECK (role IN ('member', 'deputy', 'observer',
'administration', 'guest')),
CONSTRAINT ck_attendance_attendancestate CHECK (state IN ('present', 'apology', 'absent')),
CONSTRAINT fk_attendance_arrives_at_id_agenda_item FOREIGN KEY(arrives_at_id) REFERENCES
agenda_item (id) ON DELETE RESTRICT,
CONSTRAINT fk_attendance_leaves_at_id_agenda_item FOREIGN KEY(leaves_at_id) REFERENCES
agenda_item (id) ON DELETE RESTRICT
)
STRICT
""",
    """
CREATE INDEX ix_attendance_meeting_id ON attendance (meeting_id)
""",
    """
CREATE TABLE deliberation (
id INTEGER NOT NULL,
item_id INTEGER NOT NULL,
text TEXT NOT NULL,
outcome TEXT,
decision TEXT NOT NULL,
presided_by_id INTEGER,
closed_on_basis_id INTEGER,
version INTEGER NOT NULL,
CONSTRAINT pk_deliberation PRIMARY KEY (id),
CONSTRAINT uq_deliberation_item_id UNIQUE (item_id),
CONSTRAINT fk_deliberation_item_id_agenda_item FOREIGN KEY(item_id) REFERENCES agenda_item (id)
ON DELETE CASCADE,
CONSTRAINT ck_deliberation_outcome CHECK (outcome IN ('as_proposed', 'changed', 'rejected',
'postponed', 'withdrawn', 'sent_back', 'noted', 'not_reached')),
CONSTRAINT fk_deliberation_presided_by_id_person FOREIGN KEY(presided_by_id) REFERENCES person
(id) ON DELETE RESTRICT,
CONSTRAINT fk_deliberation_closed_on_basis_id_legal_basis FOREIGN KEY(closed_on_basis_id)
REFERENCES legal_basis (id) ON DELETE RESTRICT
)
STRICT
""",
    """
CREATE TABLE reopening (
id INTEGER NOT NULL,
approval_sequence INTEGER NOT NULL,
opened_at TEXT NOT NULL,
opened_by TEXT NOT NULL,
reason TEXT NOT NULL,
CONSTRAINT pk_reopening PRIMARY KEY (id),
CONSTRAINT uq_reopening_approval_sequence UNIQUE (approval_sequence),
CONSTRAINT fk_reopening_approval_sequence_approval FOREIGN KEY(approval_sequence) REFERENCES
approval (sequence) ON DELETE RESTRICT
)
STRICT
""",
    """
CREATE TABLE vote (
id INTEGER NOT NULL,
item_id INTEGER NOT NULL,
sort INTEGER NOT NULL,
subject TEXT NOT NULL,
proposed_by TEXT NOT NULL,
method TEXT NOT NULL,
votes_for INTEGER NOT NULL,
votes_against INTEGER NOT NULL,
votes_blank INTEGER NOT NULL,
by_casting_vote INTEGER NOT NULL,
is_adopted INTEGER NOT NULL,
CONSTRAINT pk_vote PRIMARY KEY (id),
CONSTRAINT uq_vote_item_id_sort UNIQUE (item_id, sort),
CONSTRAINT ck_vote_not_negative CHECK (votes_for >= 0 AND votes_against >= 0 AND votes_blank >=
0),
CONSTRAINT fk_vote_item_id_agenda_item FOREIGN KEY(item_id) REFERENCES agenda_item (id) ON
DELETE CASCADE,
CONSTRAINT ck_vote_votemethod CHECK (method IN ('unanimous', 'totals', 'by_name', 'secret'))
)
STRICT
""",
    """
CREATE TABLE ballot (
id INTEGER NOT NULL,
vote_id INTEGER NOT NULL,
attendance_id INTEGER NOT NULL,
choice TEXT NOT NULL,
CONSTRAINT pk_ballot PRIMARY KEY (id),
CONSTRAINT uq_ballot_vote_id_attendance_id UNIQUE (vote_id, attendance_id),
CONSTRAINT fk_ballot_vote_id_vote FOREIGN KEY(vote_id) REFERENCES vote (id) ON DELETE CASCADE,
CONSTRAINT fk_ballot_attendance_id_attendance FOREIGN KEY(attendance_id) REFERENCES attendance
(id) ON DELETE RESTRICT,
CONSTRAINT ck_ballot_choice CHECK (choice IN ('for', 'against', 'blank'))
)
STRICT
""",
    """
CREATE TABLE disqualification (
id INTEGER NOT NULL,
item_id INTEGER NOT NULL,
attendance_id INTEGER NOT NULL,
reason TEXT NOT NULL,
legal_basis TEXT NOT NULL,
deputy_id INTEGER,
CONSTRAINT pk_disqualification PRIMARY KEY (id),
CONSTRAINT uq_disqualification_item_id_attendance_id UNIQUE (item_id, attendance_id),
CONSTRAINT fk_disqualification_item_id_agenda_item FOREIGN KEY(item_id) REFERENCES agenda_item
(id) ON DELETE CASCADE,
CONSTRAINT fk_disqualification_attendance_id_attendance FOREIGN KEY(attendance_id) REFERENCES
attendance (id) ON DELETE RESTRICT,
CONSTRAINT fk_disqualification_deputy_id_attendance FOREIGN KEY(deputy_id) REFERENCES
attendance (id) ON DELETE RESTRICT
)
STRICT
""",
)
