-- Schools, trusts, local authorities, how schools follow one another, and term dates. Public facts: no agency owns them.
CREATE TABLE places_authority (
    code INTEGER NOT NULL,
    name TEXT NOT NULL,
    region TEXT NOT NULL,
    PRIMARY KEY (code)
) STRICT;

CREATE TABLE places_authority_code (
    authority INTEGER NOT NULL REFERENCES places_authority (code),
    ons_code TEXT NOT NULL,
    first_year INTEGER NOT NULL,
    last_year INTEGER NOT NULL,
    PRIMARY KEY (authority, ons_code),
    CHECK (last_year >= first_year)
) STRICT;

CREATE TABLE places_trust (
    uid INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (uid)
) STRICT;

CREATE TABLE places_school (
    urn INTEGER NOT NULL,
    authority INTEGER NOT NULL REFERENCES places_authority (code),
    laestab INTEGER,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    phase TEXT NOT NULL,
    status TEXT NOT NULL,
    opened_on TEXT,
    closed_on TEXT,
    street TEXT NOT NULL,
    locality TEXT NOT NULL,
    town TEXT NOT NULL,
    postcode TEXT NOT NULL,
    trust INTEGER REFERENCES places_trust (uid),
    pupils INTEGER,
    pupils_counted_on TEXT,
    recorded_type TEXT NOT NULL,
    recorded_type_group TEXT NOT NULL,
    recorded_status TEXT NOT NULL,
    recorded_phase TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (urn)
) STRICT;
CREATE INDEX places_school_by_laestab ON places_school (laestab);
CREATE INDEX places_school_by_authority ON places_school (authority);

-- Numbers that a school had before its present one.
CREATE TABLE places_former_number (
    urn INTEGER NOT NULL REFERENCES places_school (urn),
    laestab INTEGER NOT NULL,
    PRIMARY KEY (urn, laestab)
) STRICT;

-- A linked school need not be in the list of schools.
CREATE TABLE places_link (
    school INTEGER NOT NULL,
    other INTEGER NOT NULL,
    kind TEXT NOT NULL,
    recorded_kind TEXT NOT NULL,
    other_name TEXT NOT NULL,
    since TEXT,
    PRIMARY KEY (school, other, kind)
) STRICT;
CREATE INDEX places_link_by_other ON places_link (other);

-- Who states term dates: owner_kind `authority` with its code, or `school` with its URN.
CREATE TABLE places_calendar (
    owner_kind TEXT NOT NULL,
    owner INTEGER NOT NULL,
    term_system TEXT,
    source TEXT NOT NULL,
    stated_at TEXT NOT NULL,
    PRIMARY KEY (owner_kind, owner),
    CHECK (owner_kind IN ('authority', 'school'))
) STRICT;

-- kind `term`: stated by the owner; `moved_term`: new dates for a term of the authority. Days are included.
CREATE TABLE places_calendar_term (
    owner_kind TEXT NOT NULL,
    owner INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    PRIMARY KEY (owner_kind, owner, kind, first_day, last_day),
    FOREIGN KEY (owner_kind, owner) REFERENCES places_calendar (owner_kind, owner),
    CHECK (last_day >= first_day)
) STRICT;

-- reason `inset`, `half_term`, `holiday`, `closure`, or `open` for a day that a school opens and its authority closes.
CREATE TABLE places_calendar_closure (
    owner_kind TEXT NOT NULL,
    owner INTEGER NOT NULL,
    reason TEXT NOT NULL,
    name TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    PRIMARY KEY (owner_kind, owner, reason, first_day, last_day),
    FOREIGN KEY (owner_kind, owner) REFERENCES places_calendar (owner_kind, owner),
    CHECK (last_day >= first_day)
) STRICT;

CREATE TABLE places_import (
    id INTEGER PRIMARY KEY,
    imported_at TEXT NOT NULL,
    what TEXT NOT NULL,
    encoding TEXT NOT NULL,
    rows_created INTEGER NOT NULL,
    rows_updated INTEGER NOT NULL,
    rows_unchanged INTEGER NOT NULL,
    rows_rejected INTEGER NOT NULL,
    rows_left_out INTEGER NOT NULL
) STRICT;

-- Grows with each change of schools or authorities, so that an index in memory knows that it is old.
CREATE TABLE places_revision (
    one_row INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (one_row),
    CHECK (one_row = 1)
) STRICT;
INSERT INTO places_revision (one_row, revision) VALUES (1, 0);
