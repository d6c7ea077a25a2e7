-- A statement of care that was taken back is shown no more, and still decides how long the record is kept.
ALTER TABLE people_care ADD COLUMN taken_back_at TEXT;
ALTER TABLE people_care ADD COLUMN taken_back_by TEXT;
