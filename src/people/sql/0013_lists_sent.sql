-- When a program sent a list of children, taken or not, for the limit of an hour. Goes after a day.
CREATE TABLE people_list_sent (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    program TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT;
CREATE INDEX people_list_sent_program ON people_list_sent (agency, program, sent_at);
CREATE INDEX people_list_sent_at ON people_list_sent (agency, sent_at);
