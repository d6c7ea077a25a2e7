-- A stop on the removal of a case or of a contact that came to none. `kind` says which of the two `record` is.
CREATE TABLE casework_hold (
    agency TEXT NOT NULL,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    place INTEGER NOT NULL,
    reason TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    begun_by TEXT NOT NULL,
    ending_asked_by TEXT,
    ended_at TEXT,
    ended_by TEXT,
    PRIMARY KEY (agency, kind, record, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_hold_open ON casework_hold (agency, ended_at);

-- What was proposed for removal; once it is removed, the one line that stays of it. Without names.
CREATE TABLE casework_removal (
    agency TEXT NOT NULL,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    number INTEGER,
    over_on TEXT NOT NULL,
    period TEXT NOT NULL,
    proposed_at TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    removed_at TEXT,
    removed_by TEXT,
    PRIMARY KEY (agency, kind, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_removal_by_day ON casework_removal (agency, removed_at);

-- What the yearly reports count of removed work, by month: numbers under no case.
CREATE TABLE casework_kept_figure (
    agency TEXT NOT NULL,
    month TEXT NOT NULL,
    figure TEXT NOT NULL,
    word TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (agency, month, figure, word)
) STRICT, WITHOUT ROWID;

CREATE INDEX casework_batch_line_by_case ON casework_batch_line (agency, case_id);
CREATE INDEX casework_attachment_by_action ON casework_attachment (agency, action_id);
CREATE INDEX casework_attachment_by_note ON casework_attachment (agency, note_id);
CREATE INDEX casework_action_with_by_professional ON casework_action_with (agency, professional_id);

-- What a child says may be about one event; so may the link by which the child says it.
ALTER TABLE casework_account ADD COLUMN event TEXT;
ALTER TABLE casework_link ADD COLUMN event TEXT;
