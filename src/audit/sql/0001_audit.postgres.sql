-- The audit chain of each agency. Entries are added and never changed or removed; retention may empty the content of old
-- ones, which leaves the hashes, and only up to a place that an entry of the chain itself names.
CREATE TABLE audit_entry (
    agency TEXT NOT NULL,
    sequence BIGINT NOT NULL,
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
    erased BIGINT NOT NULL CHECK (erased IN (0, 1)),
    PRIMARY KEY (agency, sequence)
);
CREATE INDEX audit_entry_by_record ON audit_entry (agency, record, sequence);
CREATE INDEX audit_entry_by_time ON audit_entry (agency, at);

CREATE TABLE audit_head (
    agency TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (agency)
);

CREATE TABLE audit_signed_head (
    agency TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    hash TEXT NOT NULL,
    at TEXT NOT NULL,
    signature TEXT NOT NULL,
    PRIMARY KEY (agency, sequence)
);

-- Up to which entry an agency's retention has taken the content, and which entry of the chain says so.
CREATE TABLE audit_erasure (
    agency TEXT NOT NULL,
    through_sequence BIGINT NOT NULL,
    noted_as BIGINT NOT NULL,
    PRIMARY KEY (agency, noted_as),
    CHECK (through_sequence < noted_as)
);

-- Even for the owner of the tables: what an entry says is refused in the database itself. Whoever serves needs no more than to
-- add and to read; docs/how-to/check-the-audit-record.md gives such a role.
CREATE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS $refuse$
BEGIN RAISE EXCEPTION 'audit entries stay as they are' USING ERRCODE = 'check_violation'; END $refuse$;

CREATE FUNCTION audit_entry_may_only_be_emptied() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
IF NOT (
    NEW.erased = 1 AND NEW.agency = OLD.agency AND NEW.sequence = OLD.sequence AND NEW.at = OLD.at
    AND NEW.content_hash = OLD.content_hash AND NEW.hash = OLD.hash
    AND NEW.act = '' AND NEW.actor = '' AND NEW.role = '' AND NEW.relation = '' AND NEW.purpose = ''
    AND NEW.record_kind = '' AND NEW.record = '' AND NEW.fields = '' AND NEW.origin = '' AND NEW.request = '' AND NEW.salt = ''
    AND EXISTS (SELECT 1 FROM audit_erasure WHERE agency = OLD.agency AND through_sequence >= OLD.sequence)
) THEN RAISE EXCEPTION 'audit entries are not changed' USING ERRCODE = 'check_violation'; END IF;
RETURN NEW;
END $guard$;

CREATE FUNCTION audit_head_may_only_go_forward() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
IF NOT (NEW.agency = OLD.agency AND NEW.sequence = OLD.sequence + 1)
THEN RAISE EXCEPTION 'heads go forward' USING ERRCODE = 'check_violation'; END IF;
RETURN NEW;
END $guard$;

CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_refuses();
CREATE TRIGGER audit_entry_is_not_emptied_whole BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses();
CREATE TRIGGER audit_entry_is_not_changed BEFORE UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_may_only_be_emptied();
CREATE TRIGGER audit_signed_head_stays BEFORE DELETE OR UPDATE ON audit_signed_head FOR EACH ROW EXECUTE FUNCTION audit_refuses();
CREATE TRIGGER audit_signed_head_is_not_emptied BEFORE TRUNCATE ON audit_signed_head FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses();
CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_refuses();
CREATE TRIGGER audit_head_is_not_emptied BEFORE TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses();
CREATE TRIGGER audit_head_goes_forward BEFORE UPDATE ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_head_may_only_go_forward();

REVOKE ALL ON audit_entry, audit_head, audit_signed_head, audit_erasure FROM PUBLIC;
