-- Agencies, their teams and users, and how users sign in. Identifiers are 128 random bits as 32 hexadecimal digits.
CREATE TABLE access_agency (
    agency TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    urn INTEGER,
    created_at TEXT NOT NULL,
    PRIMARY KEY (agency)
) STRICT;

CREATE TABLE access_team (
    agency TEXT NOT NULL REFERENCES access_agency (agency),
    team TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (agency, team),
    UNIQUE (agency, name)
) STRICT;

-- One row for each person in each agency: nobody has one sign-in for two. `email` is folded to lower case; it is what they
-- type to sign in, and is theirs alone on this server. A password is chosen by its owner, so it is absent until then.
CREATE TABLE access_user (
    agency TEXT NOT NULL REFERENCES access_agency (agency),
    user_id TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    state TEXT NOT NULL,
    password_hash TEXT,
    created_at TEXT NOT NULL,
    disabled_at TEXT,
    PRIMARY KEY (agency, user_id),
    CHECK (state IN ('invited', 'active', 'disabled'))
) STRICT;
CREATE UNIQUE INDEX access_user_by_email ON access_user (email);
CREATE UNIQUE INDEX access_user_by_id ON access_user (user_id);

CREATE TABLE access_user_role (
    agency TEXT NOT NULL,
    user_id TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (agency, user_id, role),
    FOREIGN KEY (agency, user_id) REFERENCES access_user (agency, user_id)
) STRICT;

-- What one administrator asked for and a second one has yet to agree to: to make somebody an administrator, or to take an
-- administrator's lost factor away.
CREATE TABLE access_request (
    agency TEXT NOT NULL,
    user_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    PRIMARY KEY (agency, user_id, kind),
    FOREIGN KEY (agency, user_id) REFERENCES access_user (agency, user_id),
    FOREIGN KEY (agency, asked_by) REFERENCES access_user (agency, user_id),
    CHECK (kind IN ('make_administrator', 'replace_factor'))
) STRICT;

CREATE TABLE access_user_team (
    agency TEXT NOT NULL,
    user_id TEXT NOT NULL,
    team TEXT NOT NULL,
    PRIMARY KEY (agency, user_id, team),
    FOREIGN KEY (agency, user_id) REFERENCES access_user (agency, user_id),
    FOREIGN KEY (agency, team) REFERENCES access_team (agency, team)
) STRICT;

-- Both days included.
CREATE TABLE access_cover (
    agency TEXT NOT NULL,
    absent TEXT NOT NULL,
    covered_by TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    made_by TEXT NOT NULL,
    PRIMARY KEY (agency, absent, covered_by, first_day),
    FOREIGN KEY (agency, absent) REFERENCES access_user (agency, user_id),
    FOREIGN KEY (agency, covered_by) REFERENCES access_user (agency, user_id),
    CHECK (last_day >= first_day),
    CHECK (absent <> covered_by)
) STRICT;

-- The seed of one-time codes, sealed. `last_step` is the newest 30-second step whose code was used, so none works twice.
CREATE TABLE access_code_seed (
    agency TEXT NOT NULL,
    user_id TEXT NOT NULL,
    sealed BLOB NOT NULL,
    confirmed_at TEXT,
    last_step INTEGER NOT NULL,
    PRIMARY KEY (agency, user_id),
    FOREIGN KEY (agency, user_id) REFERENCES access_user (agency, user_id)
) STRICT;

CREATE TABLE access_recovery_code (
    agency TEXT NOT NULL,
    user_id TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    used_at TEXT,
    PRIMARY KEY (agency, user_id, code_hash),
    FOREIGN KEY (agency, user_id) REFERENCES access_user (agency, user_id)
) STRICT;

-- A browser that is signed in, or on its way: `stage` is `password` when a second factor is still to be shown, `enrol` when
-- one is still to be set up, `full` when all is done. The token itself is nowhere but in the browser.
CREATE TABLE access_sign_in (
    agency TEXT NOT NULL,
    sign_in TEXT NOT NULL,
    user_id TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    stage TEXT NOT NULL,
    proof TEXT NOT NULL,
    form_token TEXT NOT NULL,
    browser TEXT NOT NULL,
    started_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    proved_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    PRIMARY KEY (agency, sign_in),
    FOREIGN KEY (agency, user_id) REFERENCES access_user (agency, user_id),
    CHECK (stage IN ('password', 'enrol', 'full'))
) STRICT;
CREATE UNIQUE INDEX access_sign_in_by_token ON access_sign_in (token_hash);
CREATE INDEX access_sign_in_by_user ON access_sign_in (agency, user_id);

-- Links that are sent once and work once: an invitation, a new password.
CREATE TABLE access_link (
    agency TEXT NOT NULL,
    user_id TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    kind TEXT NOT NULL,
    created_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    PRIMARY KEY (agency, user_id, token_hash),
    FOREIGN KEY (agency, user_id) REFERENCES access_user (agency, user_id),
    CHECK (kind IN ('invitation', 'new_password'))
) STRICT;
CREATE UNIQUE INDEX access_link_by_token ON access_link (token_hash);

-- Guesses that failed, by what they were at: an account, an address. Names are hashed, so that the table tells nobody who
-- has an account. Forgotten after a day.
CREATE TABLE access_failed_guess (
    target TEXT NOT NULL,
    failed_at TEXT NOT NULL,
    guess TEXT NOT NULL,
    PRIMARY KEY (target, failed_at, guess)
) STRICT;
CREATE INDEX access_failed_guess_by_time ON access_failed_guess (failed_at);
CREATE INDEX access_failed_guess_by_guess ON access_failed_guess (guess);

CREATE TABLE access_api_key (
    agency TEXT NOT NULL REFERENCES access_agency (agency),
    api_key TEXT NOT NULL,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    key_hash TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    revoked_at TEXT,
    last_used_at TEXT,
    PRIMARY KEY (agency, api_key)
) STRICT;
CREATE UNIQUE INDEX access_api_key_by_hash ON access_api_key (key_hash);

-- The one-time secret of an empty store. Used or not, it is the only way to make the first agency.
CREATE TABLE access_setup (
    secret_hash TEXT NOT NULL,
    made_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    used_at TEXT,
    PRIMARY KEY (secret_hash)
) STRICT;
