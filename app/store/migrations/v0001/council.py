"""The council, its bodies and their settings, as version 1 had them; never changed."""

from __future__ import annotations

STATEMENTS = (
    """
CREATE TABLE body (
id INTEGER NOT NULL,
code TEXT NOT NULL,
name TEXT NOT NULL,
short_name TEXT NOT NULL,
sort INTEGER NOT NULL,
level TEXT,
recommends_to_id INTEGER,
is_hosted_in_turns INTEGER NOT NULL,
valid_from TEXT NOT NULL,
valid_to TEXT,
CONSTRAINT pk_body PRIMARY KEY (id),
CONSTRAINT uq_body_code UNIQUE (code),
CONSTRAINT ck_body_valid_to_after_valid_from CHECK (valid_to IS NULL OR valid_to > valid_from),
CONSTRAINT ck_body_level CHECK (level IN ('administrative', 'council', 'regional')),
CONSTRAINT fk_body_recommends_to_id_body FOREIGN KEY(recommends_to_id) REFERENCES body (id) ON
DELETE RESTRICT
)
STRICT
""",
    """
CREATE TABLE council (
id INTEGER NOT NULL,
name TEXT NOT NULL,
organisation TEXT NOT NULL,
contact TEXT NOT NULL,
place TEXT NOT NULL,
profile TEXT NOT NULL,
is_fictitious INTEGER NOT NULL,
fixed_today TEXT,
language TEXT NOT NULL,
document_language TEXT NOT NULL,
officer_name TEXT NOT NULL,
officer_title TEXT NOT NULL,
officer_email TEXT NOT NULL,
officer_phone TEXT NOT NULL,
backup_folder TEXT NOT NULL,
version INTEGER NOT NULL,
CONSTRAINT pk_council PRIMARY KEY (id),
CONSTRAINT ck_council_is_single CHECK (id = 1)
)
STRICT
""",
    """
CREATE TABLE decision_limit (
id INTEGER NOT NULL,
valid_from TEXT NOT NULL,
administrative INTEGER NOT NULL,
council INTEGER NOT NULL,
CONSTRAINT pk_decision_limit PRIMARY KEY (id),
CONSTRAINT uq_decision_limit_valid_from UNIQUE (valid_from),
CONSTRAINT ck_decision_limit_ordered CHECK (administrative >= 0 AND council >= administrative)
)
STRICT
""",
    """
CREATE TABLE legal_basis (
id INTEGER NOT NULL,
code TEXT NOT NULL,
regime TEXT NOT NULL,
purpose TEXT NOT NULL,
act TEXT NOT NULL,
provision TEXT NOT NULL,
summary TEXT NOT NULL,
must_exempt INTEGER NOT NULL,
valid_from TEXT NOT NULL,
valid_to TEXT,
CONSTRAINT pk_legal_basis PRIMARY KEY (id),
CONSTRAINT uq_legal_basis_code_valid_from UNIQUE (code, valid_from),
CONSTRAINT ck_legal_basis_valid_to_after_valid_from CHECK (valid_to IS NULL OR valid_to >
valid_from),
CONSTRAINT ck_legal_basis_basispurpose CHECK (purpose IN ('document', 'meeting',
'disqualification'))
)
STRICT
""",
    """
CREATE TABLE body_right (
id INTEGER NOT NULL,
body_id INTEGER NOT NULL,
who TEXT NOT NULL,
attends INTEGER NOT NULL,
speaks INTEGER NOT NULL,
proposes INTEGER NOT NULL,
votes INTEGER NOT NULL,
CONSTRAINT pk_body_right PRIMARY KEY (id),
CONSTRAINT uq_body_right_body_id_who UNIQUE (body_id, who),
CONSTRAINT fk_body_right_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE
CASCADE,
CONSTRAINT ck_body_right_group CHECK (who IN ('member', 'deputy', 'observer', 'administration'))
)
STRICT
""",
    """
CREATE TABLE body_rules (
id INTEGER NOT NULL,
body_id INTEGER NOT NULL,
valid_from TEXT NOT NULL,
number_prefix TEXT NOT NULL,
number_separator TEXT NOT NULL,
number_year_digits INTEGER NOT NULL,
record_name TEXT NOT NULL,
quorum_rule TEXT NOT NULL,
quorum_number INTEGER,
decision_rule TEXT NOT NULL,
tie_rule TEXT NOT NULL,
blank_allowed INTEGER NOT NULL,
seats_carried_over INTEGER NOT NULL,
observers_see_exempt INTEGER NOT NULL,
uncalled_deputies_get_papers INTEGER NOT NULL,
term_notice_days TEXT NOT NULL,
meeting_start TEXT NOT NULL,
meeting_minutes INTEGER NOT NULL,
legal_regime TEXT NOT NULL,
CONSTRAINT pk_body_rules PRIMARY KEY (id),
CONSTRAINT uq_body_rules_body_id_valid_from UNIQUE (body_id, valid_from),
CONSTRAINT ck_body_rules_year_digits CHECK (number_year_digits IN (2, 4)),
CONSTRAINT ck_body_rules_meeting_minutes_positive CHECK (meeting_minutes > 0),
CONSTRAINT ck_body_rules_quorum_number_given CHECK (quorum_rule <> 'number' OR quorum_number IS
NOT NULL),
CONSTRAINT ck_body_rules_meeting_start_is_clock CHECK (meeting_start IS NULL OR
(length(meeting_start) = 5 AND substr(meeting_start, 3, 1) = ':' AND meeting_start >= '00:00'
AND meeting_start <= '23:59')),
CONSTRAINT fk_body_rules_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE
CASCADE,
CONSTRAINT ck_body_rules_quorumrule CHECK (quorum_rule IN ('at_least_half', 'more_than_half',
'number')),
CONSTRAINT ck_body_rules_decisionrule CHECK (decision_rule IN ('majority', 'consensus')),
CONSTRAINT ck_body_rules_tierule CHECK (tie_rule IN ('presiding_decides', 'falls'))
)
STRICT
""",
    """
CREATE TABLE brief_section (
id INTEGER NOT NULL,
body_id INTEGER NOT NULL,
sort INTEGER NOT NULL,
"key" TEXT NOT NULL,
heading TEXT NOT NULL,
computed INTEGER NOT NULL,
required INTEGER NOT NULL,
CONSTRAINT pk_brief_section PRIMARY KEY (id),
CONSTRAINT uq_brief_section_body_id_key UNIQUE (body_id, "key"),
CONSTRAINT fk_brief_section_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE
CASCADE
)
STRICT
""",
    """
CREATE TABLE deadline_rule (
id INTEGER NOT NULL,
body_id INTEGER NOT NULL,
kind TEXT NOT NULL,
days INTEGER NOT NULL,
unit TEXT NOT NULL,
CONSTRAINT pk_deadline_rule PRIMARY KEY (id),
CONSTRAINT uq_deadline_rule_body_id_kind UNIQUE (body_id, kind),
CONSTRAINT ck_deadline_rule_days_not_negative CHECK (days >= 0),
CONSTRAINT fk_deadline_rule_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE
CASCADE,
CONSTRAINT ck_deadline_rule_deadlinekind CHECK (kind IN ('drafts_due', 'notice', 'papers',
'reminder', 'minutes_out', 'minutes_approved')),
CONSTRAINT ck_deadline_rule_dayunit CHECK (unit IN ('calendar', 'working'))
)
STRICT
""",
    """
CREATE TABLE standing_item (
id INTEGER NOT NULL,
body_id INTEGER NOT NULL,
sort INTEGER NOT NULL,
kind TEXT NOT NULL,
title TEXT NOT NULL,
minutes INTEGER NOT NULL,
numbered INTEGER NOT NULL,
at_end INTEGER NOT NULL,
CONSTRAINT pk_standing_item PRIMARY KEY (id),
CONSTRAINT fk_standing_item_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE
CASCADE,
CONSTRAINT ck_standing_item_standingkind CHECK (kind IN ('approve_notice', 'approve_minutes',
'reported_cases', 'follow_up', 'information', 'any_other_business'))
)
STRICT
""",
    """
CREATE TABLE wheel_entry (
id INTEGER NOT NULL,
body_id INTEGER NOT NULL,
title TEXT NOT NULL,
month INTEGER NOT NULL,
first_year INTEGER NOT NULL,
interval_years INTEGER NOT NULL,
case_kind TEXT NOT NULL,
template TEXT NOT NULL,
CONSTRAINT pk_wheel_entry PRIMARY KEY (id),
CONSTRAINT ck_wheel_entry_month_of_year CHECK (month BETWEEN 1 AND 12),
CONSTRAINT ck_wheel_entry_interval_positive CHECK (interval_years >= 1),
CONSTRAINT fk_wheel_entry_body_id_body FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE
CASCADE,
CONSTRAINT ck_wheel_entry_casekind CHECK (case_kind IN ('decision', 'recommendation',
'information', 'reported', 'election'))
)
STRICT
""",
)
