-- Which parts of a record a consent to share covers, by their names; empty for one that was recorded in words alone.
ALTER TABLE people_consent ADD COLUMN fields TEXT NOT NULL DEFAULT '';
-- Words that the family has agreed, for an act of sharing that names them.
ALTER TABLE people_share ADD COLUMN statement TEXT NOT NULL DEFAULT '';
