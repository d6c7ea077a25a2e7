-- Two records that somebody compared and found to be of two people: they are not suggested again. `one` is the lesser id.
CREATE TABLE people_two_people (
    agency TEXT NOT NULL,
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    found_by TEXT NOT NULL,
    found_at TEXT NOT NULL,
    PRIMARY KEY (agency, one, other)
) STRICT;
CREATE INDEX people_two_people_other ON people_two_people (agency, other);

-- Records are looked through by the day of birth to find two of one child; all that is compared lies in the index.
CREATE INDEX people_person_born ON people_person (agency, kind, born_on, id, given_name, family_name, known_as, merged_into) WHERE merged_into IS NULL;
CREATE INDEX people_person_nhs_number ON people_person (agency, nhs_number) WHERE nhs_number IS NOT NULL;
CREATE INDEX people_merge_waiting ON people_merge (agency, proposed_at) WHERE made_at IS NULL AND undone_at IS NULL;

-- Who said that a record belongs to a group that is kept longer, and when.
ALTER TABLE people_retention_group ADD COLUMN put_by TEXT NOT NULL DEFAULT '';
ALTER TABLE people_retention_group ADD COLUMN put_at TEXT;

-- Sharing without consent is looked at again: when, by whom, and what was found.
ALTER TABLE people_share ADD COLUMN reviewed_on TEXT;
ALTER TABLE people_share ADD COLUMN reviewed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE people_share ADD COLUMN review_found TEXT NOT NULL DEFAULT '';
ALTER TABLE people_share ADD COLUMN late_told_on TEXT;
CREATE INDEX people_share_review ON people_share (agency, override_review_on) WHERE override_review_on IS NOT NULL AND reviewed_on IS NULL;
CREATE INDEX people_share_override ON people_share (agency, id) WHERE override_ground IS NOT NULL;
