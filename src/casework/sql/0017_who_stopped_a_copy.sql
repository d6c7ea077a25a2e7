-- Who stopped a copy that was given, and when; and from which document of the case a paper was made, so that two documents of
-- one name are told apart. Empty for what was kept before.
ALTER TABLE casework_release ADD COLUMN stopped_at TEXT;
ALTER TABLE casework_release ADD COLUMN stopped_by TEXT;
ALTER TABLE casework_paper ADD COLUMN document TEXT;
