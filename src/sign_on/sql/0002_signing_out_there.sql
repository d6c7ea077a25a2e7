-- Whether the provider tells us when somebody signs out there (OpenID Connect Back-Channel Logout); if not, a sign-in by it ends after
-- that many hours.
ALTER TABLE sign_on_provider ADD COLUMN tells_of_sign_out INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sign_on_provider ADD COLUMN longest_hours INTEGER NOT NULL DEFAULT 4;
