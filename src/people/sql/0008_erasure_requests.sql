-- Requests to erase what is held about a person, with their clock, the decision and how it was carried out. Once the record is
-- gone the line stays, without a word of theirs.
CREATE TABLE people_erasure_request (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    ground TEXT NOT NULL,
    wanted TEXT NOT NULL,
    received_on TEXT NOT NULL,
    identity_asked INTEGER NOT NULL CHECK (identity_asked IN (0, 1)),
    identity_shown_on TEXT,
    complex INTEGER NOT NULL CHECK (complex IN (0, 1)),
    why_complex TEXT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('', 'whole', 'parts', 'refused')),
    parts TEXT NOT NULL,
    refusals TEXT NOT NULL,
    words TEXT NOT NULL,
    decided_on TEXT,
    decided_by TEXT,
    answered_on TEXT,
    carried_out_on TEXT,
    carried_out_by TEXT,
    made_by TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT;
CREATE INDEX people_erasure_request_person ON people_erasure_request (agency, person);
