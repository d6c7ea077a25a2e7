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
