-- Cases of an advice service: one for each child that it works for, while it works.
CREATE TABLE casework_case (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    number INTEGER NOT NULL,
    child TEXT NOT NULL,
    state TEXT NOT NULL,
    level INTEGER NOT NULL,
    caseworker TEXT,
    opened_on TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    closed_on TEXT,
    priority TEXT NOT NULL,
    waiting_since TEXT,
    waiting_reason TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (agency, id),
    UNIQUE (agency, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_case_by_child ON casework_case (agency, child);
CREATE INDEX casework_case_by_state ON casework_case (agency, state, opened_on, id);
CREATE INDEX casework_case_by_caseworker ON casework_case (agency, caseworker, state, opened_on);

-- Pieces of work of a case, each with a level of its own that moves over time.
CREATE TABLE casework_work (
    agency TEXT NOT NULL,
    case_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    title TEXT NOT NULL,
    level INTEGER NOT NULL,
    begun_on TEXT NOT NULL,
    ended_on TEXT,
    PRIMARY KEY (agency, case_id, place),
    FOREIGN KEY (agency, case_id) REFERENCES casework_case (agency, id)
) STRICT, WITHOUT ROWID;

-- Each level that a piece of work had, with the reason. Never changed.
CREATE TABLE casework_level (
    agency TEXT NOT NULL,
    case_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    work INTEGER NOT NULL,
    level INTEGER NOT NULL,
    moved_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    moved_by TEXT NOT NULL,
    PRIMARY KEY (agency, case_id, place),
    FOREIGN KEY (agency, case_id) REFERENCES casework_case (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_level_by_day ON casework_level (agency, moved_on);

-- Each state that a case had, and each caseworker, with the reason. Never changed.
CREATE TABLE casework_case_state (
    agency TEXT NOT NULL,
    case_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    state TEXT NOT NULL,
    since TEXT NOT NULL,
    reason TEXT NOT NULL,
    stated_by TEXT NOT NULL,
    PRIMARY KEY (agency, case_id, place),
    FOREIGN KEY (agency, case_id) REFERENCES casework_case (agency, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE casework_allocation (
    agency TEXT NOT NULL,
    case_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    caseworker TEXT,
    caseworker_before TEXT,
    state_before TEXT NOT NULL,
    waiting_since_before TEXT,
    since TEXT NOT NULL,
    reason TEXT NOT NULL,
    bulk TEXT,
    allocated_by TEXT NOT NULL,
    PRIMARY KEY (agency, case_id, place),
    FOREIGN KEY (agency, case_id) REFERENCES casework_case (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_allocation_by_bulk ON casework_allocation (agency, bulk);

-- Many cases given to one caseworker at once, so that it can be undone.
CREATE TABLE casework_bulk (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    done_at TEXT NOT NULL,
    done_by TEXT NOT NULL,
    caseworker TEXT,
    reason TEXT NOT NULL,
    undone_at TEXT,
    undone_by TEXT,
    PRIMARY KEY (agency, id)
) STRICT, WITHOUT ROWID;

-- What is known of the child beside the problem: each saving is a row, the last one counts.
CREATE TABLE casework_profile (
    agency TEXT NOT NULL,
    case_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    saved_by TEXT NOT NULL,
    strengths TEXT NOT NULL,
    child_aims TEXT NOT NULL,
    family_aims TEXT NOT NULL,
    what_helps TEXT NOT NULL,
    trusted_adult TEXT NOT NULL,
    trusted_role TEXT NOT NULL,
    trusted_chosen_by TEXT NOT NULL,
    needs TEXT NOT NULL,
    needs_note TEXT NOT NULL,
    PRIMARY KEY (agency, case_id, version),
    FOREIGN KEY (agency, case_id) REFERENCES casework_case (agency, id)
) STRICT, WITHOUT ROWID;

-- How a case ended, as often as it did. Impact: 1 none to 5 significant long-term, 0 not known.
CREATE TABLE casework_close (
    agency TEXT NOT NULL,
    case_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    closed_on TEXT NOT NULL,
    outcomes TEXT NOT NULL,
    summary TEXT NOT NULL,
    impact_family INTEGER NOT NULL,
    impact_school INTEGER NOT NULL,
    impact_authority INTEGER NOT NULL,
    highest_level INTEGER NOT NULL,
    closed_by TEXT NOT NULL,
    PRIMARY KEY (agency, case_id, place),
    FOREIGN KEY (agency, case_id) REFERENCES casework_case (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_close_by_day ON casework_close (agency, closed_on);

-- Links that ask one question once. What is answered holds no way back to the case.
CREATE TABLE casework_feedback_link (
    agency TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    case_id TEXT NOT NULL,
    made_on TEXT NOT NULL,
    made_by TEXT NOT NULL,
    last_day TEXT NOT NULL,
    PRIMARY KEY (agency, token_hash),
    FOREIGN KEY (agency, case_id) REFERENCES casework_case (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_feedback_link_by_case ON casework_feedback_link (agency, case_id);
CREATE TABLE casework_feedback (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    month TEXT NOT NULL,
    score INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_feedback_by_month ON casework_feedback (agency, month);
