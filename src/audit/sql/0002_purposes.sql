-- Why somebody opens a record outside their caseload, for as long as their sign-in lasts.
CREATE TABLE audit_purpose (
    agency TEXT NOT NULL,
    actor TEXT NOT NULL,
    sign_in TEXT NOT NULL,
    record TEXT NOT NULL,
    purpose TEXT NOT NULL,
    given_at TEXT NOT NULL,
    PRIMARY KEY (agency, actor, sign_in, record)
) STRICT, WITHOUT ROWID;
