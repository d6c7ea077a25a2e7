-- Who may not act on a record, or who alone may (trust.md Z-11, D2): `conflict` is of one user, whose own or relative's record
-- it is; `withheld` is for all who are not named on its caseload. Lifted, never removed while the record is there.
CREATE TABLE people_limit (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    kind TEXT NOT NULL,
    user_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    set_by TEXT NOT NULL,
    set_at TEXT NOT NULL,
    lifted_by TEXT,
    lifted_at TEXT,
    PRIMARY KEY (agency, id),
    CHECK (kind IN ('conflict', 'withheld'))
) STRICT;
CREATE INDEX people_limit_person ON people_limit (agency, person);

-- Those who live together, family or not. A child may live in two.
CREATE TABLE people_household (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT;

CREATE TABLE people_household_member (
    agency TEXT NOT NULL,
    household TEXT NOT NULL,
    person TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    PRIMARY KEY (agency, household, person, starts_on)
) STRICT;
CREATE INDEX people_household_member_person ON people_household_member (agency, person);

-- Requests of people to see what is held about them, with what their clock depends on.
CREATE TABLE people_records_request (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    received_on TEXT NOT NULL,
    identity_asked INTEGER NOT NULL CHECK (identity_asked IN (0, 1)),
    identity_shown_on TEXT,
    complex INTEGER NOT NULL CHECK (complex IN (0, 1)),
    why_complex TEXT NOT NULL,
    answered_on TEXT,
    outcome TEXT NOT NULL,
    made_by TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT;
CREATE INDEX people_records_request_person ON people_records_request (agency, person);

CREATE TABLE people_request_pause (
    agency TEXT NOT NULL,
    request TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    PRIMARY KEY (agency, request, starts_on)
) STRICT;
