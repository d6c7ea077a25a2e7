-- The use of a record that is stopped while something about it is settled (UK GDPR Article 18): kept, and not used. Ended once
-- the person was told; never removed while the record is there.
CREATE TABLE people_restriction (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    ground TEXT NOT NULL,
    reason TEXT NOT NULL,
    begun_by TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    told_on TEXT,
    ended_by TEXT,
    ended_at TEXT,
    PRIMARY KEY (agency, id)
) STRICT;
CREATE INDEX people_restriction_person ON people_restriction (agency, person);

-- What somebody says is wrong in a record, beside what it says, and how it was settled.
CREATE TABLE people_dispute (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    about TEXT NOT NULL,
    recorded TEXT NOT NULL,
    said TEXT NOT NULL,
    said_by TEXT NOT NULL,
    noted_by TEXT NOT NULL,
    noted_at TEXT NOT NULL,
    settled_on TEXT,
    outcome TEXT NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT;
CREATE INDEX people_dispute_person ON people_dispute (agency, person);
