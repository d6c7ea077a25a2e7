-- Messages that wait to leave. What is sealed is emptied once a message has left.
CREATE TABLE mail_message (
    agency TEXT NOT NULL,
    message TEXT NOT NULL,
    sealed BLOB NOT NULL,
    state TEXT NOT NULL,
    made_at TEXT NOT NULL,
    try_after TEXT NOT NULL,
    tries INTEGER NOT NULL,
    left_at TEXT,
    PRIMARY KEY (agency, message),
    CHECK (state IN ('waiting', 'left'))
) STRICT;
CREATE INDEX mail_message_waiting ON mail_message (state, try_after);
