-- Somebody asks for a list of more than a hundred children as a file, and somebody else agrees. Nothing of the list is kept.
CREATE TABLE people_export (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    purpose TEXT NOT NULL,
    children INTEGER NOT NULL,
    agreed_by TEXT NOT NULL DEFAULT '',
    agreed_at TEXT,
    PRIMARY KEY (agency, id)
) STRICT;
