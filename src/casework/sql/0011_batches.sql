-- What was done to several cases at once, with whom it left out and why; so that it can be undone. A close that was taken back
-- stays and counts no more.
CREATE TABLE casework_batch (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    done_at TEXT NOT NULL,
    done_by TEXT NOT NULL,
    undone_at TEXT,
    undone_by TEXT,
    undone_back INTEGER NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_batch_by_user ON casework_batch (agency, done_by, done_at);

CREATE TABLE casework_batch_line (
    agency TEXT NOT NULL,
    batch TEXT NOT NULL,
    place INTEGER NOT NULL,
    case_id TEXT NOT NULL,
    person TEXT,
    why_not TEXT NOT NULL,
    thread TEXT,
    message TEXT,
    note TEXT,
    version_after INTEGER NOT NULL,
    state_before TEXT NOT NULL,
    waiting_since_before TEXT,
    waiting_reason_before TEXT NOT NULL,
    PRIMARY KEY (agency, batch, place)
) STRICT, WITHOUT ROWID;

-- A row of its own: what was said of a close is never changed.
CREATE TABLE casework_close_taken_back (
    agency TEXT NOT NULL,
    case_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    taken_back_at TEXT NOT NULL,
    taken_back_by TEXT NOT NULL,
    PRIMARY KEY (agency, case_id, place)
) STRICT, WITHOUT ROWID;
