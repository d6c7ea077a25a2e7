-- What is to be done, by whom and when. A task of a case is its caseworker's unless somebody is named.
-- One that follows from a duty keeps the duty's key, so that it is made once and moves with its date.
CREATE TABLE casework_task (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    case_id TEXT,
    title TEXT NOT NULL,
    due_on TEXT,
    owner TEXT,
    state TEXT NOT NULL,
    waiting_for TEXT NOT NULL,
    duty TEXT,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    settled_at TEXT,
    settled_by TEXT,
    version INTEGER NOT NULL,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, case_id) REFERENCES casework_case (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_task_by_case ON casework_task (agency, case_id, state);
CREATE INDEX casework_task_by_state ON casework_task (agency, state, due_on, id);
CREATE INDEX casework_task_by_owner ON casework_task (agency, owner, state);

-- What a task said before each change, and why it changed.
CREATE TABLE casework_task_before (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    why TEXT NOT NULL,
    title TEXT NOT NULL,
    due_on TEXT,
    owner TEXT,
    state TEXT NOT NULL,
    waiting_for TEXT NOT NULL,
    PRIMARY KEY (agency, id, version),
    FOREIGN KEY (agency, id) REFERENCES casework_task (agency, id)
) STRICT, WITHOUT ROWID;

-- What each colleague wants to be told, and how often the secret address of their calendar was made
-- anew: the address itself is nowhere..
CREATE TABLE casework_reminder_choice (
    agency TEXT NOT NULL,
    worker TEXT NOT NULL,
    by_mail INTEGER NOT NULL CHECK (by_mail IN (0, 1)),
    feed_number INTEGER NOT NULL,
    feed_open INTEGER NOT NULL CHECK (feed_open IN (0, 1)),
    reminded_on TEXT,
    PRIMARY KEY (agency, worker)
) STRICT, WITHOUT ROWID;
