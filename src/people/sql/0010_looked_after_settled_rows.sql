-- Whether a council looks after a child. Statements follow one another; none is changed.
CREATE TABLE people_care (
    agency TEXT NOT NULL,
    child TEXT NOT NULL,
    position INTEGER NOT NULL,
    starts_on TEXT NOT NULL,
    status TEXT NOT NULL,
    council TEXT NOT NULL,
    ends_on TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    PRIMARY KEY (agency, child, position)
) STRICT;

-- A row of a list of children that waited, and what somebody found: of whom it is, or that it is a child without a record.
CREATE TABLE people_import_row (
    agency TEXT NOT NULL,
    import TEXT NOT NULL,
    number INTEGER NOT NULL,
    reason TEXT NOT NULL,
    person TEXT NOT NULL DEFAULT '',
    found TEXT NOT NULL DEFAULT '',
    settled_by TEXT NOT NULL DEFAULT '',
    settled_at TEXT,
    PRIMARY KEY (agency, import, number)
) STRICT;
CREATE INDEX people_import_row_person ON people_import_row (agency, person);
ALTER TABLE people_import_change ADD COLUMN list_row INTEGER NOT NULL DEFAULT 0;
