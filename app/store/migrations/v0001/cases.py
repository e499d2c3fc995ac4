"""Cases with their texts, financing and attachments, as version 1 had them; never changed."""

from __future__ import annotations

STATEMENTS = (
    """
CREATE TABLE cases (
id INTEGER NOT NULL,
body_id INTEGER NOT NULL,
number_year INTEGER,
number INTEGER,
title TEXT NOT NULL,
kind TEXT NOT NULL,
status TEXT NOT NULL,
officer TEXT NOT NULL,
created_on TEXT NOT NULL,
amount INTEGER,
total INTEGER,
is_urgent INTEGER NOT NULL,
is_strategic INTEGER NOT NULL,
opens_new_area INTEGER NOT NULL,
is_controversial INTEGER NOT NULL,
controversy_assessment TEXT NOT NULL,
level_override TEXT,
level_override_reason TEXT NOT NULL,
chair_informed_on TEXT,
chair_informed_how TEXT NOT NULL,
concerns_business INTEGER NOT NULL,
is_exempt INTEGER NOT NULL,
legal_basis_id INTEGER,
neutral_title TEXT NOT NULL,
escalated_from_id INTEGER,
wheel_entry_id INTEGER,
archive_reference TEXT NOT NULL,
deleted_at TEXT,
version INTEGER NOT NULL,
CONSTRAINT pk_cases PRIMARY KEY (id),
CONSTRAINT uq_cases_body_id_number_year_number UNIQUE (body_id, number_year, number),
CONSTRAINT ck_cases_number_has_year CHECK ((number IS NULL) = (number_year IS NULL)),
CONSTRAINT ck_cases_amount_not_negative CHECK (amount IS NULL OR amount >= 0),
CONSTRAINT ck_cases_total_not_negative CHECK (total IS NULL OR total >= 0),
CONSTRAINT fk_cases_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE RESTRICT,
CONSTRAINT ck_cases_casekind CHECK (kind IN ('decision', 'recommendation', 'information',
'reported', 'election')),
CONSTRAINT ck_cases_casestatus CHECK (status IN ('idea', 'draft', 'ready', 'published',
'decided', 'recommended', 'noted', 'postponed', 'withdrawn', 'sent_back')),
CONSTRAINT ck_cases_level CHECK (level_override IN ('administrative', 'council', 'regional')),
CONSTRAINT fk_cases_legal_basis_id_legal_basis FOREIGN KEY(legal_basis_id) REFERENCES
legal_basis (id) ON DELETE RESTRICT,
CONSTRAINT fk_cases_escalated_from_id_cases FOREIGN KEY(escalated_from_id) REFERENCES cases
(id) ON DELETE RESTRICT,
CONSTRAINT fk_cases_wheel_entry_id_wheel_entry FOREIGN KEY(wheel_entry_id) REFERENCES
wheel_entry (id) ON DELETE RESTRICT
)
STRICT
""",
    """
CREATE INDEX ix_cases_status ON cases (status)
""",
    """
CREATE TABLE action_item (
id INTEGER NOT NULL,
case_id INTEGER NOT NULL,
task TEXT NOT NULL,
responsible TEXT NOT NULL,
responsible_person_id INTEGER,
responsible_institution_id INTEGER,
due_on TEXT,
status TEXT NOT NULL,
closed_on TEXT,
note TEXT NOT NULL,
deleted_at TEXT,
version INTEGER NOT NULL,
CONSTRAINT pk_action_item PRIMARY KEY (id),
CONSTRAINT fk_action_item_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE
RESTRICT,
CONSTRAINT fk_action_item_responsible_person_id_person FOREIGN KEY(responsible_person_id)
REFERENCES person (id) ON DELETE RESTRICT,
CONSTRAINT fk_action_item_responsible_institution_id_institution FOREIGN
KEY(responsible_institution_id) REFERENCES institution (id) ON DELETE RESTRICT,
CONSTRAINT ck_action_item_actionstatus CHECK (status IN ('open', 'done', 'dropped'))
)
STRICT
""",
    """
CREATE INDEX ix_action_item_case_id ON action_item (case_id)
""",
    """
CREATE TABLE attachment (
id INTEGER NOT NULL,
case_id INTEGER NOT NULL,
sort INTEGER NOT NULL,
title TEXT NOT NULL,
file_name TEXT NOT NULL,
media_type TEXT NOT NULL,
size INTEGER NOT NULL,
sha256 TEXT NOT NULL,
is_exempt INTEGER NOT NULL,
legal_basis_id INTEGER,
neutral_title TEXT NOT NULL,
deleted_at TEXT,
version INTEGER NOT NULL,
CONSTRAINT pk_attachment PRIMARY KEY (id),
CONSTRAINT fk_attachment_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE
CASCADE,
CONSTRAINT fk_attachment_sha256_blob FOREIGN KEY(sha256) REFERENCES blob (sha256) ON DELETE
RESTRICT,
CONSTRAINT fk_attachment_legal_basis_id_legal_basis FOREIGN KEY(legal_basis_id) REFERENCES
legal_basis (id) ON DELETE RESTRICT
)
STRICT
""",
    """
CREATE INDEX ix_attachment_case_id ON attachment (case_id)
""",
    """
CREATE TABLE case_text (
id INTEGER NOT NULL,
case_id INTEGER NOT NULL,
"key" TEXT NOT NULL,
text TEXT NOT NULL,
version INTEGER NOT NULL,
CONSTRAINT pk_case_text PRIMARY KEY (id),
CONSTRAINT uq_case_text_case_id_key UNIQUE (case_id, "key"),
CONSTRAINT fk_case_text_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE
CASCADE
)
STRICT
""",
    """
CREATE TABLE financing (
id INTEGER NOT NULL,
case_id INTEGER NOT NULL,
source TEXT NOT NULL,
amount INTEGER NOT NULL,
is_confirmed INTEGER NOT NULL,
CONSTRAINT pk_financing PRIMARY KEY (id),
CONSTRAINT ck_financing_amount_not_negative CHECK (amount >= 0),
CONSTRAINT fk_financing_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE
CASCADE
)
STRICT
""",
    """
CREATE INDEX ix_financing_case_id ON financing (case_id)
""",
    """
CREATE TABLE case_strategy (
case_id INTEGER NOT NULL,
strategy_id INTEGER NOT NULL,
CONSTRAINT pk_case_strategy PRIMARY KEY (case_id, strategy_id),
CONSTRAINT fk_case_strategy_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE
CASCADE,
CONSTRAINT fk_case_strategy_strategy_id_strategy FOREIGN KEY(strategy_id) REFERENCES strategy
(id) ON DELETE RESTRICT
)
STRICT
""",
)
