-- Work done on a case, the professionals it was done with, notes and their attachments.
CREATE TABLE casework_action (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    stage TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    done_on TEXT NOT NULL,
    what TEXT NOT NULL,
    worker TEXT NOT NULL,
    shown TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, case_id) REFERENCES casework_case (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_action_by_case ON casework_action (agency, case_id, done_on);
CREATE INDEX casework_action_by_day ON casework_action (agency, done_on);

-- What an action said before each correction.
CREATE TABLE casework_action_before (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    stage TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    done_on TEXT NOT NULL,
    what TEXT NOT NULL,
    worker TEXT NOT NULL,
    shown TEXT NOT NULL,
    corrected_at TEXT NOT NULL,
    corrected_by TEXT NOT NULL,
    PRIMARY KEY (agency, id, version),
    FOREIGN KEY (agency, id) REFERENCES casework_action (agency, id)
) STRICT, WITHOUT ROWID;

-- What each version of an action was about.
CREATE TABLE casework_action_topic (
    agency TEXT NOT NULL,
    action_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    topic TEXT NOT NULL,
    PRIMARY KEY (agency, action_id, version, topic),
    FOREIGN KEY (agency, action_id) REFERENCES casework_action (agency, id)
) STRICT, WITHOUT ROWID;

-- Those outside the service who work with the child.
CREATE TABLE casework_professional (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    organisation TEXT NOT NULL,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, case_id) REFERENCES casework_case (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_professional_by_case ON casework_professional (agency, case_id, name);

-- Which of them took part, in each version of an action.
CREATE TABLE casework_action_with (
    agency TEXT NOT NULL,
    action_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    professional_id TEXT NOT NULL,
    PRIMARY KEY (agency, action_id, version, professional_id),
    FOREIGN KEY (agency, action_id) REFERENCES casework_action (agency, id),
    FOREIGN KEY (agency, professional_id) REFERENCES casework_professional (agency, id)
) STRICT, WITHOUT ROWID;

-- What somebody wrote down, and what it said before each correction.
CREATE TABLE casework_note (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    about_on TEXT NOT NULL,
    words TEXT NOT NULL,
    written_at TEXT NOT NULL,
    written_by TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, case_id) REFERENCES casework_case (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_note_by_case ON casework_note (agency, case_id, about_on);

CREATE TABLE casework_note_before (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    case_id TEXT NOT NULL,
    about_on TEXT NOT NULL,
    words TEXT NOT NULL,
    corrected_at TEXT NOT NULL,
    corrected_by TEXT NOT NULL,
    PRIMARY KEY (agency, id, version),
    FOREIGN KEY (agency, id) REFERENCES casework_note (agency, id)
) STRICT, WITHOUT ROWID;

-- What is known of a file. Its bytes lie sealed in a file named by its id.
CREATE TABLE casework_attachment (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    action_id TEXT,
    note_id TEXT,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    category TEXT NOT NULL,
    received_on TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    scan TEXT NOT NULL,
    scanned_at TEXT,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, case_id) REFERENCES casework_case (agency, id),
    FOREIGN KEY (agency, action_id) REFERENCES casework_action (agency, id),
    FOREIGN KEY (agency, note_id) REFERENCES casework_note (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_attachment_by_case ON casework_attachment (agency, case_id, received_on);
