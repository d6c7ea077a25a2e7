-- What passes between the service and a family: a child's own account, links that open a page once,
-- messages, what told of them, where things stand, and papers that were given.

-- A child's own account. Never altered: rows are only added.
CREATE TABLE casework_account (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    told_at TEXT NOT NULL,
    written_by TEXT NOT NULL,
    taken_down_by TEXT,
    meeting TEXT NOT NULL,
    happened TEXT NOT NULL,
    felt TEXT NOT NULL,
    wanted TEXT NOT NULL,
    trusted TEXT NOT NULL,
    who_may_know TEXT NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_account_by_case ON casework_account (agency, case_id, told_at, id);

-- A link that opens once. Its token is in no table: only its digest is.
CREATE TABLE casework_link (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    purpose TEXT NOT NULL,
    person TEXT,
    thread TEXT,
    about TEXT NOT NULL,
    digest TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT,
    ends_at TEXT NOT NULL,
    opened_at TEXT,
    ended_at TEXT,
    PRIMARY KEY (agency, id),
    UNIQUE (agency, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_link_by_case ON casework_link (agency, case_id, made_at, id);

-- Somebody who opened a link is here until this ends.
CREATE TABLE casework_visit (
    agency TEXT NOT NULL,
    digest TEXT NOT NULL,
    link TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    PRIMARY KEY (agency, digest)
) STRICT, WITHOUT ROWID;

-- Messages between the service and one person of the family, or between that person and a school.
CREATE TABLE casework_thread (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    person TEXT NOT NULL,
    school_contact TEXT NOT NULL,
    school_email TEXT NOT NULL,
    agreed TEXT NOT NULL,
    agreed_on TEXT,
    begun_at TEXT NOT NULL,
    begun_by TEXT NOT NULL,
    ended_at TEXT,
    PRIMARY KEY (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_thread_by_case ON casework_thread (agency, case_id, begun_at, id);

CREATE TABLE casework_message (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    thread TEXT NOT NULL,
    said_at TEXT NOT NULL,
    said_by TEXT NOT NULL,
    adviser TEXT,
    words TEXT NOT NULL,
    held INTEGER NOT NULL CHECK (held IN (0, 1)),
    reason TEXT NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_message_by_thread ON casework_message (agency, thread, said_at, id);

-- What became of a message: read by whom, or let go after it was held.
CREATE TABLE casework_message_mark (
    agency TEXT NOT NULL,
    message TEXT NOT NULL,
    mark TEXT NOT NULL,
    marked_at TEXT NOT NULL,
    marked_by TEXT,
    reason TEXT NOT NULL,
    PRIMARY KEY (agency, message, mark)
) STRICT, WITHOUT ROWID;

-- That somebody is to be told that there is a message, by email or text. What it says and where it
-- goes is found when it leaves.
CREATE TABLE casework_notice (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    thread TEXT NOT NULL,
    to_whom TEXT NOT NULL,
    channel TEXT NOT NULL,
    link TEXT,
    state TEXT NOT NULL,
    tries INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    reference TEXT NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_notice_by_thread ON casework_notice (agency, thread, made_at, id);
CREATE INDEX casework_notice_by_state ON casework_notice (agency, state, changed_at);

-- What the family is told of where things stand. The newest is shown; earlier ones stay.
CREATE TABLE casework_status (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    said_at TEXT NOT NULL,
    said_by TEXT NOT NULL,
    next_step TEXT NOT NULL,
    next_on TEXT,
    PRIMARY KEY (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_status_by_case ON casework_status (agency, case_id, said_at, id);

-- Papers for one person. A copy for another person is another release.
CREATE TABLE casework_release (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    person TEXT,
    recipient TEXT NOT NULL,
    purpose TEXT NOT NULL,
    state TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    begun_by TEXT NOT NULL,
    released_at TEXT,
    released_by TEXT,
    version INTEGER NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_release_by_case ON casework_release (agency, case_id, begun_at, id);

CREATE TABLE casework_paper (
    agency TEXT NOT NULL,
    release TEXT NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    sealed BLOB NOT NULL,
    added_at TEXT NOT NULL,
    decision TEXT NOT NULL,
    found INTEGER NOT NULL,
    reason TEXT NOT NULL,
    decided_by TEXT,
    decided_at TEXT,
    PRIMARY KEY (agency, release, number)
) STRICT, WITHOUT ROWID;

-- Words besides addresses, numbers and schools that must not leave: a partner's name, a place.
CREATE TABLE casework_kept_back (
    agency TEXT NOT NULL,
    case_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    words TEXT NOT NULL,
    told_to TEXT,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    PRIMARY KEY (agency, case_id, number)
) STRICT, WITHOUT ROWID;
