"""Institutions, people, seats and terms, as version 1 had them; never changed."""

from __future__ import annotations

STATEMENTS = (
    """
CREATE TABLE institution (
id INTEGER NOT NULL,
name TEXT NOT NULL,
short_name TEXT NOT NULL,
kind TEXT NOT NULL,
sector TEXT NOT NULL,
meeting_place TEXT NOT NULL,
successor_id INTEGER,
valid_from TEXT NOT NULL,
valid_to TEXT,
CONSTRAINT pk_institution PRIMARY KEY (id),
CONSTRAINT uq_institution_name_valid_from UNIQUE (name, valid_from),
CONSTRAINT ck_institution_valid_to_after_valid_from CHECK (valid_to IS NULL OR valid_to >
valid_from),
CONSTRAINT ck_institution_institutionkind CHECK (kind IN ('municipality', 'county',
'university', 'research_institute', 'agency', 'organisation', 'company')),
CONSTRAINT ck_institution_sector CHECK (sector IN ('research', 'public', 'business')),
CONSTRAINT fk_institution_successor_id_institution FOREIGN KEY(successor_id) REFERENCES
institution (id) ON DELETE RESTRICT
)
STRICT
""",
    """
CREATE TABLE person (
id INTEGER NOT NULL,
name TEXT NOT NULL,
email TEXT NOT NULL,
phone TEXT NOT NULL,
deleted_at TEXT,
version INTEGER NOT NULL,
CONSTRAINT pk_person PRIMARY KEY (id)
)
STRICT
""",
    """
CREATE INDEX ix_person_email ON person (email)
""",
    """
CREATE TABLE observer (
id INTEGER NOT NULL,
body_id INTEGER NOT NULL,
institution_id INTEGER NOT NULL,
person_id INTEGER NOT NULL,
valid_from TEXT NOT NULL,
valid_to TEXT,
CONSTRAINT pk_observer PRIMARY KEY (id),
CONSTRAINT ck_observer_valid_to_after_valid_from CHECK (valid_to IS NULL OR valid_to >
valid_from),
CONSTRAINT fk_observer_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE
RESTRICT,
CONSTRAINT fk_observer_institution_id_institution FOREIGN KEY(institution_id) REFERENCES
institution (id) ON DELETE RESTRICT,
CONSTRAINT fk_observer_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE
RESTRICT
)
STRICT
""",
    """
CREATE INDEX ix_observer_body_id ON observer (body_id)
""",
    """
CREATE TABLE position (
id INTEGER NOT NULL,
person_id INTEGER NOT NULL,
institution_id INTEGER NOT NULL,
title TEXT NOT NULL,
is_acting INTEGER NOT NULL,
valid_from TEXT NOT NULL,
valid_to TEXT,
CONSTRAINT pk_position PRIMARY KEY (id),
CONSTRAINT ck_position_valid_to_after_valid_from CHECK (valid_to IS NULL OR valid_to >
valid_from),
CONSTRAINT fk_position_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE
CASCADE,
CONSTRAINT fk_position_institution_id_institution FOREIGN KEY(institution_id) REFERENCES
institution (id) ON DELETE RESTRICT
)
STRICT
""",
    """
CREATE INDEX ix_position_person_id ON position (person_id)
""",
    """
CREATE TABLE seat (
id INTEGER NOT NULL,
body_id INTEGER NOT NULL,
number INTEGER NOT NULL,
kind TEXT NOT NULL,
role TEXT NOT NULL,
sector TEXT NOT NULL,
appointed_by TEXT NOT NULL,
term_years INTEGER,
votes INTEGER NOT NULL,
rotates_among TEXT,
institution_id INTEGER,
valid_from TEXT NOT NULL,
valid_to TEXT,
CONSTRAINT pk_seat PRIMARY KEY (id),
CONSTRAINT uq_seat_body_id_number UNIQUE (body_id, number),
CONSTRAINT ck_seat_term_years_positive CHECK (term_years IS NULL OR term_years > 0),
CONSTRAINT ck_seat_rotating_has_term CHECK (kind <> 'rotating' OR term_years IS NOT NULL),
CONSTRAINT ck_seat_valid_to_after_valid_from CHECK (valid_to IS NULL OR valid_to > valid_from),
CONSTRAINT fk_seat_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE RESTRICT,
CONSTRAINT ck_seat_seatkind CHECK (kind IN ('permanent', 'rotating')),
CONSTRAINT ck_seat_seatrole CHECK (role IN ('member', 'chair', 'deputy_chair')),
CONSTRAINT ck_seat_sector CHECK (sector IN ('research', 'public', 'business')),
CONSTRAINT ck_seat_institutionkind CHECK (rotates_among IN ('municipality', 'county',
'university', 'research_institute', 'agency', 'organisation', 'company')),
CONSTRAINT fk_seat_institution_id_institution FOREIGN KEY(institution_id) REFERENCES
institution (id) ON DELETE RESTRICT
)
STRICT
""",
    """
CREATE TABLE seat_title (
id INTEGER NOT NULL,
seat_id INTEGER NOT NULL,
valid_from TEXT NOT NULL,
title TEXT NOT NULL,
CONSTRAINT pk_seat_title PRIMARY KEY (id),
CONSTRAINT uq_seat_title_seat_id_valid_from UNIQUE (seat_id, valid_from),
CONSTRAINT fk_seat_title_seat_id_seat FOREIGN KEY(seat_id) REFERENCES seat (id) ON DELETE
CASCADE
)
STRICT
""",
    """
CREATE TABLE term (
id INTEGER NOT NULL,
seat_id INTEGER NOT NULL,
institution_id INTEGER NOT NULL,
person_id INTEGER,
start_on TEXT NOT NULL,
end_on TEXT,
ended_because TEXT,
override_reason TEXT NOT NULL,
version INTEGER NOT NULL,
CONSTRAINT pk_term PRIMARY KEY (id),
CONSTRAINT ck_term_end_on_after_start_on CHECK (end_on IS NULL OR end_on > start_on),
CONSTRAINT fk_term_seat_id_seat FOREIGN KEY(seat_id) REFERENCES seat (id) ON DELETE RESTRICT,
CONSTRAINT fk_term_institution_id_institution FOREIGN KEY(institution_id) REFERENCES
institution (id) ON DELETE RESTRICT,
CONSTRAINT fk_term_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE
RESTRICT,
CONSTRAINT ck_term_termend CHECK (ended_because IN ('ran_out', 'left', 'replaced', 'merger',
'election'))
)
STRICT
""",
    """
CREATE INDEX ix_term_seat_id ON term (seat_id)
""",
    """
CREATE TABLE term_deputy (
id INTEGER NOT NULL,
term_id INTEGER NOT NULL,
person_id INTEGER NOT NULL,
rank INTEGER NOT NULL,
CONSTRAINT pk_term_deputy PRIMARY KEY (id),
CONSTRAINT uq_term_deputy_term_id_rank UNIQUE (term_id, rank),
CONSTRAINT ck_term_deputy_rank_positive CHECK (rank >= 1),
CONSTRAINT fk_term_deputy_term_id_term FOREIGN KEY(term_id) REFERENCES term (id) ON DELETE
CASCADE,
CONSTRAINT fk_term_deputy_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON
DELETE RESTRICT
)
STRICT
""",
)
