-- The consents that somebody gave for others: part of a copy of their own record.
CREATE INDEX people_consent_giver ON people_consent (agency, giver);
