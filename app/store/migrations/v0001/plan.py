"""The plan's tree, as version 1 had them; never changed."""

from __future__ import annotations

STATEMENTS = (
    """
CREATE TABLE "plan" (
id INTEGER NOT NULL,
title TEXT NOT NULL,
overall_goal TEXT,
valid_from TEXT NOT NULL,
valid_to TEXT,
CONSTRAINT pk_plan PRIMARY KEY (id),
CONSTRAINT uq_plan_valid_from UNIQUE (valid_from),
CONSTRAINT ck_plan_valid_to_after_valid_from CHECK (valid_to IS NULL OR valid_to > valid_from)
)
STRICT
""",
    """
CREATE TABLE target_area (
id INTEGER NOT NULL,
plan_id INTEGER NOT NULL,
sort INTEGER NOT NULL,
title TEXT NOT NULL,
CONSTRAINT pk_target_area PRIMARY KEY (id),
CONSTRAINT uq_target_area_plan_id_sort UNIQUE (plan_id, sort),
CONSTRAINT fk_target_area_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE
CASCADE
)
STRICT
""",
    """
CREATE TABLE goal (
id INTEGER NOT NULL,
target_area_id INTEGER NOT NULL,
sort INTEGER NOT NULL,
number TEXT NOT NULL,
short_title TEXT NOT NULL,
wording TEXT,
CONSTRAINT pk_goal PRIMARY KEY (id),
CONSTRAINT uq_goal_target_area_id_number UNIQUE (target_area_id, number),
CONSTRAINT fk_goal_target_area_id_target_area FOREIGN KEY(target_area_id) REFERENCES
target_area (id) ON DELETE CASCADE
)
STRICT
""",
    """
CREATE TABLE strategy (
id INTEGER NOT NULL,
goal_id INTEGER NOT NULL,
sort INTEGER NOT NULL,
number TEXT NOT NULL,
short_title TEXT NOT NULL,
wording TEXT,
CONSTRAINT pk_strategy PRIMARY KEY (id),
CONSTRAINT uq_strategy_goal_id_number UNIQUE (goal_id, number),
CONSTRAINT fk_strategy_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
)
STRICT
""",
)
