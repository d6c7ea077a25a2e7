-- Who looks after the server may look at one agency's settings for some hours, because that agency's administrator said so. They
-- are a user of that agency with the role of support and no other, and are out when the time has passed or was ended.
CREATE TABLE access_support (
    agency TEXT NOT NULL,
    support TEXT NOT NULL,
    user_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    given_by TEXT NOT NULL,
    given_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    ended_at TEXT,
    PRIMARY KEY (agency, support),
    FOREIGN KEY (agency, user_id) REFERENCES access_user (agency, user_id),
    FOREIGN KEY (agency, given_by) REFERENCES access_user (agency, user_id),
    CHECK (ends_at > given_at)
) STRICT;
CREATE INDEX access_support_by_user ON access_support (agency, user_id, ends_at);
