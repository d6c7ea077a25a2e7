-- What happened to a child. A fact about an event is added, never changed or taken away: the newest
-- of a name is what is known now, and an empty one says that it is not known any more.
CREATE TABLE casework_event (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, case_id) REFERENCES casework_case (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_event_by_case ON casework_event (agency, case_id);

CREATE TABLE casework_event_fact (
    agency TEXT NOT NULL,
    event TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    told_at TEXT NOT NULL,
    told_by TEXT NOT NULL,
    PRIMARY KEY (agency, event, version, name),
    FOREIGN KEY (agency, event) REFERENCES casework_event (agency, id)
) STRICT, WITHOUT ROWID;

-- The dates in law that were last given for a case, so that a day list needs no law and a change can
-- be said. A date that no longer follows is kept, marked as gone.
CREATE TABLE casework_date (
    agency TEXT NOT NULL,
    case_id TEXT NOT NULL,
    name TEXT NOT NULL,
    event TEXT NOT NULL,
    words TEXT NOT NULL,
    due_on TEXT,
    ends INTEGER NOT NULL CHECK (ends IN (0, 1)),
    follows INTEGER NOT NULL CHECK (follows IN (0, 1)),
    PRIMARY KEY (agency, case_id, name),
    FOREIGN KEY (agency, case_id) REFERENCES casework_case (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_date_by_day ON casework_date (agency, follows, due_on);

-- What changed in the dates of a case, and why.
CREATE TABLE casework_date_change (
    agency TEXT NOT NULL,
    case_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    was TEXT,
    now_on TEXT,
    why TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (agency, case_id, place),
    FOREIGN KEY (agency, case_id) REFERENCES casework_case (agency, id)
) STRICT, WITHOUT ROWID;

-- The days of each school that the dates of a case were last counted on, and of which revision of the
-- calendars.
CREATE TABLE casework_counted (
    agency TEXT NOT NULL,
    case_id TEXT NOT NULL,
    school TEXT NOT NULL,
    days TEXT NOT NULL,
    PRIMARY KEY (agency, case_id, school),
    FOREIGN KEY (agency, case_id) REFERENCES casework_case (agency, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE casework_calendar_seen (
    agency TEXT NOT NULL,
    revision TEXT NOT NULL,
    PRIMARY KEY (agency)
) STRICT, WITHOUT ROWID;

-- A need that somebody noticed, and each step of it: asked for, waited for, seen, refused, met. Steps
-- are only added.
CREATE TABLE casework_need (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, case_id) REFERENCES casework_case (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_need_by_case ON casework_need (agency, case_id);
CREATE TABLE casework_need_step (
    agency TEXT NOT NULL,
    need TEXT NOT NULL,
    place INTEGER NOT NULL,
    step TEXT NOT NULL,
    happened_on TEXT NOT NULL,
    who TEXT NOT NULL,
    note TEXT NOT NULL,
    told_at TEXT NOT NULL,
    told_by TEXT NOT NULL,
    PRIMARY KEY (agency, need, place),
    FOREIGN KEY (agency, need) REFERENCES casework_need (agency, id)
) STRICT, WITHOUT ROWID;

-- What the family lived through, as it tells it: agencies, waits, what it felt like. Kept when it is
-- taken out of the drawing.
CREATE TABLE casework_journey (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT,
    who TEXT NOT NULL,
    words TEXT NOT NULL,
    feeling INTEGER,
    taken_out INTEGER NOT NULL CHECK (taken_out IN (0, 1)),
    told_at TEXT NOT NULL,
    told_by TEXT NOT NULL,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, case_id) REFERENCES casework_case (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_journey_by_case ON casework_journey (agency, case_id, from_on);
