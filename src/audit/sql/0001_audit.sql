-- The audit chain of each agency. Entries are added and never changed or removed; retention may empty the content of old
-- ones, which leaves the hashes, and only up to a place that an entry of the chain itself names.
CREATE TABLE audit_entry (
    agency TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    act TEXT NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    relation TEXT NOT NULL,
    purpose TEXT NOT NULL,
    record_kind TEXT NOT NULL,
    record TEXT NOT NULL,
    fields TEXT NOT NULL,
    origin TEXT NOT NULL,
    request TEXT NOT NULL,
    outcome TEXT NOT NULL,
    salt TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    erased INTEGER NOT NULL CHECK (erased IN (0, 1)),
    PRIMARY KEY (agency, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_entry_by_record ON audit_entry (agency, record, sequence);
CREATE INDEX audit_entry_by_time ON audit_entry (agency, at);

CREATE TABLE audit_head (
    agency TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (agency)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_signed_head (
    agency TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    hash TEXT NOT NULL,
    at TEXT NOT NULL,
    signature TEXT NOT NULL,
    PRIMARY KEY (agency, sequence)
) STRICT, WITHOUT ROWID;

-- Up to which entry an agency's retention has taken the content, and which entry of the chain says so.
CREATE TABLE audit_erasure (
    agency TEXT NOT NULL,
    through_sequence INTEGER NOT NULL,
    noted_as INTEGER NOT NULL,
    PRIMARY KEY (agency, noted_as),
    CHECK (through_sequence < noted_as)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'audit entries stay'); END;

CREATE TRIGGER audit_entry_is_not_changed BEFORE UPDATE ON audit_entry
WHEN NOT (
    NEW.erased = 1 AND NEW.agency = OLD.agency AND NEW.sequence = OLD.sequence AND NEW.at = OLD.at
    AND NEW.content_hash = OLD.content_hash AND NEW.hash = OLD.hash
    AND NEW.act = '' AND NEW.actor = '' AND NEW.role = '' AND NEW.relation = '' AND NEW.purpose = ''
    AND NEW.record_kind = '' AND NEW.record = '' AND NEW.fields = '' AND NEW.origin = '' AND NEW.request = '' AND NEW.salt = ''
    AND EXISTS (SELECT 1 FROM audit_erasure WHERE agency = OLD.agency AND through_sequence >= OLD.sequence)
)
BEGIN SELECT RAISE(ABORT, 'audit entries are not changed'); END;

CREATE TRIGGER audit_signed_head_stays BEFORE DELETE ON audit_signed_head
BEGIN SELECT RAISE(ABORT, 'signed heads stay'); END;
CREATE TRIGGER audit_signed_head_is_not_changed BEFORE UPDATE ON audit_signed_head
BEGIN SELECT RAISE(ABORT, 'signed heads are not changed'); END;

CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
BEGIN SELECT RAISE(ABORT, 'heads stay'); END;
CREATE TRIGGER audit_head_goes_forward BEFORE UPDATE ON audit_head
WHEN NOT (NEW.agency = OLD.agency AND NEW.sequence = OLD.sequence + 1)
BEGIN SELECT RAISE(ABORT, 'heads go forward'); END;
