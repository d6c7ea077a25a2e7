-- People of every agency. The agency leads each key, so that nothing is found without one.
CREATE TABLE people_person (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    known_as TEXT NOT NULL,
    born_on TEXT,
    died_on TEXT,
    sex TEXT NOT NULL,
    pronouns TEXT NOT NULL,
    upn TEXT,
    nhs_number TEXT,
    language TEXT NOT NULL,
    needs_interpreter INTEGER NOT NULL CHECK (needs_interpreter IN (0, 1)),
    access_needs TEXT NOT NULL,
    alert TEXT NOT NULL,
    version INTEGER NOT NULL,
    merged_into TEXT,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT;
CREATE INDEX people_person_merged ON people_person (agency, merged_into);

-- On whose caseload a record is: a user or a team.
CREATE TABLE people_caseload (
    agency TEXT NOT NULL,
    person TEXT NOT NULL,
    holder TEXT NOT NULL,
    holder_kind TEXT NOT NULL,
    PRIMARY KEY (agency, person, holder)
) STRICT;

CREATE TABLE people_other_name (
    agency TEXT NOT NULL,
    person TEXT NOT NULL,
    position INTEGER NOT NULL,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (agency, person, position)
) STRICT;

CREATE TABLE people_former_upn (
    agency TEXT NOT NULL,
    person TEXT NOT NULL,
    upn TEXT NOT NULL,
    PRIMARY KEY (agency, person, upn)
) STRICT;

-- Under which keys a person is found (rules_search.h). Never made of a protected address.
CREATE TABLE people_search_key (
    agency TEXT NOT NULL,
    search_key TEXT NOT NULL,
    person TEXT NOT NULL,
    weight INTEGER NOT NULL,
    PRIMARY KEY (agency, search_key, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX people_search_key_person ON people_search_key (agency, person);

-- Either lines and postcode, or sealed bytes: a protected address is nowhere in clear.
CREATE TABLE people_address (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    lines TEXT NOT NULL,
    postcode TEXT NOT NULL,
    uprn TEXT,
    sealed BLOB,
    starts_on TEXT,
    ends_on TEXT,
    PRIMARY KEY (agency, id),
    CHECK (sealed IS NULL OR (lines = '' AND postcode = '' AND uprn IS NULL))
) STRICT;
CREATE INDEX people_address_person ON people_address (agency, person);

CREATE TABLE people_contact (
    agency TEXT NOT NULL,
    person TEXT NOT NULL,
    position INTEGER NOT NULL,
    channel TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (agency, person, position)
) STRICT;

CREATE TABLE people_safe_contact (
    agency TEXT NOT NULL,
    person TEXT NOT NULL,
    channels TEXT NOT NULL,
    code_name TEXT NOT NULL,
    only_ask_for TEXT NOT NULL,
    earliest_minute INTEGER NOT NULL,
    latest_minute INTEGER NOT NULL,
    neutral_sender INTEGER NOT NULL CHECK (neutral_sender IN (0, 1)),
    PRIMARY KEY (agency, person)
) STRICT;

CREATE TABLE people_tie (
    agency TEXT NOT NULL,
    child TEXT NOT NULL,
    adult TEXT NOT NULL,
    bond TEXT NOT NULL,
    natural_parent TEXT NOT NULL,
    responsibility TEXT NOT NULL,
    care TEXT NOT NULL,
    contact TEXT NOT NULL,
    emergency_contact INTEGER NOT NULL CHECK (emergency_contact IN (0, 1)),
    starts_on TEXT,
    ends_on TEXT,
    version INTEGER NOT NULL,
    PRIMARY KEY (agency, child, adult)
) STRICT;
CREATE INDEX people_tie_adult ON people_tie (agency, adult);

CREATE TABLE people_order (
    agency TEXT NOT NULL,
    child TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    concerns TEXT,
    made_on TEXT,
    ends_on TEXT,
    document TEXT NOT NULL,
    PRIMARY KEY (agency, child, position)
) STRICT;

CREATE TABLE people_school_place (
    agency TEXT NOT NULL,
    child TEXT NOT NULL,
    position INTEGER NOT NULL,
    school INTEGER NOT NULL,
    kind TEXT NOT NULL,
    starts_on TEXT,
    ends_on TEXT,
    PRIMARY KEY (agency, child, position)
) STRICT;

-- Statements follow one another; none is changed or removed.
CREATE TABLE people_sen (
    agency TEXT NOT NULL,
    child TEXT NOT NULL,
    position INTEGER NOT NULL,
    starts_on TEXT NOT NULL,
    status TEXT NOT NULL,
    need TEXT NOT NULL,
    note TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    PRIMARY KEY (agency, child, position)
) STRICT;

-- What a field held before: rectification keeps the old value with its note (trust.md G-04).
CREATE TABLE people_change (
    agency TEXT NOT NULL,
    person TEXT NOT NULL,
    position INTEGER NOT NULL,
    field TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    note TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    PRIMARY KEY (agency, person, position)
) STRICT;

-- Two records said to be one person. No row of either is changed, so that undoing is complete.
CREATE TABLE people_merge (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    kept TEXT NOT NULL,
    joined TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    proposed_at TEXT NOT NULL,
    agreed_by TEXT,
    made_at TEXT,
    undone_by TEXT,
    undone_at TEXT,
    PRIMARY KEY (agency, id)
) STRICT;
CREATE INDEX people_merge_kept ON people_merge (agency, kept);
CREATE INDEX people_merge_joined ON people_merge (agency, joined);

-- A list that was sent: looked at first, then made or left. The original is sealed.
CREATE TABLE people_import (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    state TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    original BLOB NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    held INTEGER NOT NULL,
    sent_at TEXT NOT NULL,
    sent_by TEXT NOT NULL,
    made_at TEXT,
    undone_at TEXT,
    PRIMARY KEY (agency, id)
) STRICT;

-- What an import did, for undoing it: a person made has no field, a field changed has both values.
CREATE TABLE people_import_change (
    agency TEXT NOT NULL,
    import TEXT NOT NULL,
    position INTEGER NOT NULL,
    person TEXT NOT NULL,
    field TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    PRIMARY KEY (agency, import, position)
) STRICT;

CREATE TABLE people_wording (
    agency TEXT NOT NULL,
    purpose TEXT NOT NULL,
    version INTEGER NOT NULL,
    words TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    PRIMARY KEY (agency, purpose, version)
) STRICT;

CREATE TABLE people_consent (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    about TEXT NOT NULL,
    purpose TEXT NOT NULL,
    scope TEXT NOT NULL,
    with_agency TEXT NOT NULL,
    with_name TEXT NOT NULL,
    giver TEXT NOT NULL,
    capacity TEXT NOT NULL,
    channel TEXT NOT NULL,
    wording_version INTEGER NOT NULL,
    given_on TEXT NOT NULL,
    expires_on TEXT,
    withdrawn_on TEXT,
    evidence TEXT NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT;
CREATE INDEX people_consent_about ON people_consent (agency, about);

CREATE TABLE people_share (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    about TEXT NOT NULL,
    with_agency TEXT NOT NULL,
    with_name TEXT NOT NULL,
    fields TEXT NOT NULL,
    purpose TEXT NOT NULL,
    basis TEXT NOT NULL,
    consent TEXT,
    law TEXT NOT NULL,
    override_ground TEXT,
    override_reason TEXT,
    override_authorised_by TEXT,
    override_told_on TEXT,
    override_not_told TEXT,
    override_review_on TEXT,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    stopped_on TEXT,
    shared_by TEXT NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT;
CREATE INDEX people_share_about ON people_share (agency, about);
CREATE INDEX people_share_with ON people_share (with_agency, about);

CREATE TABLE people_retention_rule (
    agency TEXT NOT NULL,
    record_group TEXT NOT NULL,
    starting TEXT NOT NULL,
    years INTEGER NOT NULL,
    months INTEGER NOT NULL,
    action TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (agency, record_group, starting)
) STRICT;

CREATE TABLE people_retention_group (
    agency TEXT NOT NULL,
    person TEXT NOT NULL,
    record_group TEXT NOT NULL,
    closed_on TEXT,
    decided_on TEXT,
    PRIMARY KEY (agency, person, record_group)
) STRICT;

CREATE TABLE people_legal_hold (
    agency TEXT NOT NULL,
    person TEXT NOT NULL,
    position INTEGER NOT NULL,
    reason TEXT NOT NULL,
    begun_by TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    ending_asked_by TEXT,
    ended_by TEXT,
    ended_at TEXT,
    PRIMARY KEY (agency, person, position)
) STRICT;

-- One person proposes, another agrees; then the record goes and this line stays.
CREATE TABLE people_deletion (
    agency TEXT NOT NULL,
    person TEXT NOT NULL,
    reason TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    proposed_at TEXT NOT NULL,
    agreed_by TEXT,
    deleted_at TEXT,
    PRIMARY KEY (agency, person)
) STRICT;
