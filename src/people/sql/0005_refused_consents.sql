-- Somebody who was asked for a consent and said no: kept, so that nobody asks again unaware.
ALTER TABLE people_consent ADD COLUMN refused INTEGER NOT NULL DEFAULT 0 CHECK (refused IN (0, 1));
