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

-- How a service says it works: whom it helps, who runs it, its exclusions team, and the least that
-- a family can expect. Each change is a version of its own; the newest holds.
CREATE TABLE casework_service (
    agency TEXT NOT NULL,
    version INTEGER NOT NULL,
    eligibility TEXT NOT NULL,
    whom TEXT NOT NULL,
    kind TEXT NOT NULL,
    run_by TEXT NOT NULL,
    exclusions_team TEXT NOT NULL,
    will TEXT NOT NULL,
    will_not TEXT NOT NULL,
    published INTEGER NOT NULL,
    set_at TEXT NOT NULL,
    set_by TEXT NOT NULL,
    PRIMARY KEY (agency, version)
) STRICT, WITHOUT ROWID;

-- Who else can help: helplines, legal charities, welfare teams.
CREATE TABLE casework_signpost_place (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    help TEXT NOT NULL,
    reach TEXT NOT NULL,
    retired INTEGER NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT, WITHOUT ROWID;

-- To whom a family was sent on, and what each time happened next.
CREATE TABLE casework_signpost (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    contact TEXT NOT NULL,
    place TEXT,
    place_name TEXT NOT NULL,
    why TEXT NOT NULL,
    given_at TEXT NOT NULL,
    given_by TEXT NOT NULL,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, contact) REFERENCES casework_contact (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_signpost_by_contact ON casework_signpost (agency, contact);
CREATE INDEX casework_signpost_by_time ON casework_signpost (agency, given_at, id);
CREATE TABLE casework_signpost_result (
    agency TEXT NOT NULL,
    signpost TEXT NOT NULL,
    number INTEGER NOT NULL,
    result TEXT NOT NULL,
    note TEXT NOT NULL,
    learned_at TEXT NOT NULL,
    learned_by TEXT NOT NULL,
    PRIMARY KEY (agency, signpost, number),
    FOREIGN KEY (agency, signpost) REFERENCES casework_signpost (agency, id)
) STRICT, WITHOUT ROWID;

-- What a service gives to anybody at level 1, apart from contacts and cases: talks, sessions,
-- leaflets.
CREATE TABLE casework_open_offer (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    held_on TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    people INTEGER,
    minutes INTEGER,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    withdrawn_at TEXT,
    withdrawn_by TEXT,
    PRIMARY KEY (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_open_offer_by_day ON casework_open_offer (agency, held_on);
