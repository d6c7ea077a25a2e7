-- Where a child goes on to, and what the family was told of it. What became of it is appended, never written over.
CREATE TABLE casework_next_step (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    advised_on TEXT NOT NULL,
    kind TEXT NOT NULL,
    place TEXT NOT NULL,
    starts_on TEXT,
    advised TEXT NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT;
CREATE INDEX casework_next_step_by_case ON casework_next_step (agency, case_id);
CREATE INDEX casework_next_step_by_day ON casework_next_step (agency, advised_on);

CREATE TABLE casework_next_step_result (
    agency TEXT NOT NULL,
    next_step TEXT NOT NULL,
    place INTEGER NOT NULL,
    result TEXT NOT NULL,
    note TEXT NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    PRIMARY KEY (agency, next_step, place)
) STRICT, WITHOUT ROWID;
