-- Records of a council opened in an emergency by somebody who may not see them otherwise: why, until when, who was told, and
-- what the review found. And messages within the service, which name no child.
CREATE TABLE access_break_glass (
    agency TEXT NOT NULL REFERENCES access_agency (agency),
    glass TEXT NOT NULL,
    user_id TEXT NOT NULL,
    record_kind TEXT NOT NULL,
    record TEXT NOT NULL,
    reason TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    review_by TEXT NOT NULL,
    reviewed_by TEXT,
    reviewed_at TEXT,
    finding TEXT,
    finding_words TEXT,
    PRIMARY KEY (agency, glass),
    FOREIGN KEY (agency, user_id) REFERENCES access_user (agency, user_id),
    CHECK (finding IN ('justified', 'not_justified')),
    CHECK ((reviewed_by IS NULL) = (finding IS NULL)),
    CHECK (reviewed_by <> user_id)
) STRICT;
CREATE INDEX access_break_glass_by_record ON access_break_glass (agency, user_id, record, ends_at);

-- The two people who are told at once when glass is broken.
CREATE TABLE access_alerted (
    agency TEXT NOT NULL REFERENCES access_agency (agency),
    place INTEGER NOT NULL CHECK (place IN (1, 2)),
    user_id TEXT NOT NULL,
    PRIMARY KEY (agency, place),
    UNIQUE (agency, user_id),
    FOREIGN KEY (agency, user_id) REFERENCES access_user (agency, user_id)
) STRICT;

CREATE TABLE access_alert (
    agency TEXT NOT NULL,
    user_id TEXT NOT NULL,
    alert TEXT NOT NULL,
    about TEXT NOT NULL CHECK (about IN ('glass_broken', 'review_overdue')),
    glass TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    read_at TEXT,
    PRIMARY KEY (agency, user_id, alert),
    UNIQUE (agency, user_id, about, glass),
    FOREIGN KEY (agency, glass) REFERENCES access_break_glass (agency, glass)
) STRICT;
