-- What a service of the register said it could take on, and for which needs. Each telling is a row; the last one counts.
CREATE TABLE casework_place_capacity (
    agency TEXT NOT NULL,
    place TEXT NOT NULL,
    version INTEGER NOT NULL,
    helps_with TEXT NOT NULL,
    takes TEXT NOT NULL,
    weeks INTEGER,
    told_on TEXT NOT NULL,
    told_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    PRIMARY KEY (agency, place, version)
) STRICT, WITHOUT ROWID;
