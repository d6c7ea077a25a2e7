-- Other ways to sign in: an organisation's own sign-in, and passkeys.
CREATE TABLE sign_on_provider (
    agency TEXT NOT NULL,
    provider TEXT NOT NULL,
    name TEXT NOT NULL,
    issuer TEXT NOT NULL,
    client_id TEXT NOT NULL,
    client_secret BLOB NOT NULL,
    hosts TEXT NOT NULL,
    organisations TEXT NOT NULL,
    second_factors TEXT NOT NULL,
    PRIMARY KEY (agency, provider)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX sign_on_provider_by_id ON sign_on_provider (provider);

-- Who somebody is at a provider: its issuer and its own name for them, never an email address.
CREATE TABLE sign_on_identity (
    agency TEXT NOT NULL,
    user_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    joined_at TEXT NOT NULL,
    PRIMARY KEY (agency, user_id, provider),
    FOREIGN KEY (agency, provider) REFERENCES sign_on_provider (agency, provider)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX sign_on_identity_by_subject ON sign_on_identity (agency, issuer, subject);

-- The public half of each passkey. `id` is the device's own, in base64url.
CREATE TABLE sign_on_passkey (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    name TEXT NOT NULL,
    public_key BLOB NOT NULL,
    signed_so_far INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    used_at TEXT,
    PRIMARY KEY (agency, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX sign_on_passkey_by_id ON sign_on_passkey (id);

-- Questions that were answered: each may be once. The question itself travels sealed in the browser that asked, so that asking
-- stores nothing; this is forgotten when the question would have ended anyway.
CREATE TABLE sign_on_answered (
    agency TEXT NOT NULL,
    question TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    PRIMARY KEY (agency, question)
) STRICT, WITHOUT ROWID;
