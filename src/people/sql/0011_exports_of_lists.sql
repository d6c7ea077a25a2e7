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
CREATE INDEX people_export_asked ON people_export (agency, asked_at);

-- Who is under a limit now is asked for each list of people.
CREATE INDEX people_limit_open ON people_limit (agency, person) WHERE lifted_at IS NULL;
