-- A file that waits is of whoever sent it. What waits without an owner is found by nobody, and goes after its day.
ALTER TABLE insight_upload ADD COLUMN owner TEXT NOT NULL DEFAULT '';
