-- Form keys that were used, with where the first delivery led; and typed work that could not be saved, sealed.
CREATE TABLE forms_key (
    agency TEXT NOT NULL,
    user_id TEXT NOT NULL,
    key_hash TEXT NOT NULL,
    used_at TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (agency, user_id, key_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE forms_draft (
    agency TEXT NOT NULL,
    user_id TEXT NOT NULL,
    page TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (agency, user_id, page)
) STRICT, WITHOUT ROWID;
