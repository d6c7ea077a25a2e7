-- An address may be invited by several organisations, none of which learns of another: it signs in to one at a time, that of the
-- invitation which was taken up. Within one organisation it is one person's.
DROP INDEX access_user_by_email;
CREATE INDEX access_user_by_email ON access_user (email);
CREATE UNIQUE INDEX access_user_who_signs_in ON access_user (email) WHERE state = 'active';
CREATE UNIQUE INDEX access_user_by_agency_and_email ON access_user (agency, email);
