-- Files sent by a browser that wait to be confirmed; dropped after a day.
CREATE TABLE insight_upload (
    token TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file BLOB NOT NULL,
    meta BLOB,
    published_on TEXT,
    sent_at TEXT NOT NULL,
    PRIMARY KEY (token)
) STRICT;
