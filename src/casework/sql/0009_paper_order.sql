-- Papers in an order that somebody chose, and for whom a copy that is not for one of the family is put together. A paper
-- that was never moved stands by its number.
ALTER TABLE casework_release ADD COLUMN audience TEXT NOT NULL DEFAULT 'somebody';
ALTER TABLE casework_paper ADD COLUMN place INTEGER;
