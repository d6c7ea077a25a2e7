-- Filters of a list that somebody kept under a name, for themselves or for their agency.
CREATE TABLE forms_saved_view (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    list TEXT NOT NULL,
    made_by TEXT NOT NULL,
    name TEXT NOT NULL,
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    asked TEXT NOT NULL,
    made_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX forms_saved_view_by_list ON forms_saved_view (agency, list, made_by);
