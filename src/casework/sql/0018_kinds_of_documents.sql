-- What a document was said to be before somebody corrected it.
ALTER TABLE casework_attachment ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
CREATE TABLE casework_attachment_before (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    category TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    PRIMARY KEY (agency, id, version),
    FOREIGN KEY (agency, id) REFERENCES casework_attachment (agency, id)
) STRICT, WITHOUT ROWID;
