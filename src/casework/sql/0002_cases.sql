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
    version INTEGER NOT NULL,
    PRIMARY KEY (agency, id),
    UNIQUE (agency, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_case_by_child ON casework_case (agency, child);
CREATE INDEX casework_case_by_state ON casework_case (agency, state, opened_on, id);
CREATE INDEX casework_case_by_caseworker ON casework_case (agency, caseworker, state);
