-- What is left of a record that was made anonymous: nothing that leads back to anybody, nor to the line of its deletion.
CREATE TABLE people_counted (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    birth_year INTEGER,
    sex TEXT NOT NULL,
    sen_status TEXT NOT NULL,
    made_in INTEGER NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT;

-- Complaints about how personal data is handled (Data Protection Act 2018, section 164A).
CREATE TABLE people_complaint (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    received_on TEXT NOT NULL,
    came_from TEXT NOT NULL,
    about TEXT NOT NULL,
    acknowledged_on TEXT,
    progress TEXT NOT NULL,
    answered_on TEXT,
    outcome TEXT NOT NULL,
    made_by TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT;

-- Breaches of personal data with their clock (UK GDPR Articles 33 and 34). What was seen is read from the audit record.
CREATE TABLE people_breach (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    aware_at TEXT NOT NULL,
    what TEXT NOT NULL,
    whose_account TEXT,
    from_day TEXT NOT NULL,
    until_day TEXT NOT NULL,
    reported_on TEXT,
    not_reported TEXT NOT NULL,
    told_on TEXT,
    not_told TEXT NOT NULL,
    closed_on TEXT,
    learned TEXT NOT NULL,
    made_by TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT;

-- How an agency is asked about data protection, for its published notices.
CREATE TABLE people_notice_contact (
    agency TEXT NOT NULL,
    officer TEXT NOT NULL,
    email TEXT NOT NULL,
    telephone TEXT NOT NULL,
    post TEXT NOT NULL,
    PRIMARY KEY (agency)
) STRICT;
