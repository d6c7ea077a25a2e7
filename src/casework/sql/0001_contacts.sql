-- Contacts of an advice service. They lie in that service's own store and in no other.
CREATE TABLE casework_contact (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    taken_by TEXT NOT NULL,
    channel TEXT NOT NULL,
    caller TEXT,
    caller_name TEXT NOT NULL,
    child_name TEXT NOT NULL,
    story TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_contact_by_time ON casework_contact (agency, taken_at, id);

-- What a contact said before each change, so that nothing told is lost.
CREATE TABLE casework_contact_before (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    channel TEXT NOT NULL,
    caller TEXT,
    caller_name TEXT NOT NULL,
    child_name TEXT NOT NULL,
    story TEXT NOT NULL,
    PRIMARY KEY (agency, id, version),
    FOREIGN KEY (agency, id) REFERENCES casework_contact (agency, id)
) STRICT, WITHOUT ROWID;
