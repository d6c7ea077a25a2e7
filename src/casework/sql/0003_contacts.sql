-- What a first contact adds: what happened, the school, ringing back safely, minutes, where the
-- caller heard of the service, what was asked and answered, and the child and case it came to.
ALTER TABLE casework_contact ADD COLUMN taken_on TEXT NOT NULL DEFAULT '';
ALTER TABLE casework_contact ADD COLUMN happened TEXT NOT NULL DEFAULT '';
ALTER TABLE casework_contact ADD COLUMN first_day TEXT;
ALTER TABLE casework_contact ADD COLUMN school TEXT;
ALTER TABLE casework_contact ADD COLUMN school_name TEXT NOT NULL DEFAULT '';
ALTER TABLE casework_contact ADD COLUMN safe TEXT NOT NULL DEFAULT 'not_asked';
ALTER TABLE casework_contact ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE casework_contact ADD COLUMN safe_how TEXT NOT NULL DEFAULT '';
ALTER TABLE casework_contact ADD COLUMN minutes INTEGER;
ALTER TABLE casework_contact ADD COLUMN enquiry TEXT NOT NULL DEFAULT 'about_a_child';
ALTER TABLE casework_contact ADD COLUMN source TEXT;
ALTER TABLE casework_contact ADD COLUMN source_name TEXT NOT NULL DEFAULT '';
ALTER TABLE casework_contact ADD COLUMN advice TEXT NOT NULL DEFAULT '';
ALTER TABLE casework_contact ADD COLUMN child TEXT;
ALTER TABLE casework_contact ADD COLUMN case_id TEXT;
UPDATE casework_contact SET taken_on = substr(taken_at, 1, 10) WHERE taken_on = '';
CREATE INDEX casework_contact_by_day ON casework_contact (agency, taken_on);
CREATE INDEX casework_contact_by_case ON casework_contact (agency, case_id);
CREATE INDEX casework_contact_by_enquiry ON casework_contact (agency, enquiry, taken_at, id);

ALTER TABLE casework_contact_before ADD COLUMN happened TEXT NOT NULL DEFAULT '';
ALTER TABLE casework_contact_before ADD COLUMN first_day TEXT;
ALTER TABLE casework_contact_before ADD COLUMN school TEXT;
ALTER TABLE casework_contact_before ADD COLUMN school_name TEXT NOT NULL DEFAULT '';
ALTER TABLE casework_contact_before ADD COLUMN safe TEXT NOT NULL DEFAULT 'not_asked';
ALTER TABLE casework_contact_before ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE casework_contact_before ADD COLUMN safe_how TEXT NOT NULL DEFAULT '';
ALTER TABLE casework_contact_before ADD COLUMN minutes INTEGER;
ALTER TABLE casework_contact_before ADD COLUMN enquiry TEXT NOT NULL DEFAULT 'about_a_child';
ALTER TABLE casework_contact_before ADD COLUMN source TEXT;
ALTER TABLE casework_contact_before ADD COLUMN source_name TEXT NOT NULL DEFAULT '';
ALTER TABLE casework_contact_before ADD COLUMN advice TEXT NOT NULL DEFAULT '';

-- Stories that families gave by a one-time code of the checker: each code is taken over once, and
-- the answers stay as they were given.
CREATE TABLE casework_hand_over (
    agency TEXT NOT NULL,
    code_id TEXT NOT NULL,
    contact TEXT NOT NULL,
    made_on TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    taken_by TEXT NOT NULL,
    answers TEXT NOT NULL,
    PRIMARY KEY (agency, code_id),
    FOREIGN KEY (agency, contact) REFERENCES casework_contact (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_hand_over_by_contact ON casework_hand_over (agency, contact);
