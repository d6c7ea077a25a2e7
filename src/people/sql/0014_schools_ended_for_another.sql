-- The record for whose new school a place of a record joined to it was ended: the place lasts again once the two are parted.
ALTER TABLE people_school_place ADD COLUMN ended_for TEXT;
