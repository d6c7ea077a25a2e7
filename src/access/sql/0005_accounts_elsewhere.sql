-- Whose account at an organisation's own sign-in somebody came by, and which session there: hashed, so that a sign-out there can end
-- the sign-in here. `ends_latest_at`: where nobody tells us of a sign-out, it ends then whatever is done.
ALTER TABLE access_sign_in ADD COLUMN account TEXT;
ALTER TABLE access_sign_in ADD COLUMN account_session TEXT;
ALTER TABLE access_sign_in ADD COLUMN ends_latest_at TEXT;
