-- Whose a case is, in words that row security on PostgreSQL lets an index answer: it takes CASE for an expression that tells nothing of
-- the rows of others, and COALESCE not.
DROP INDEX casework_case_by_holder;
CREATE INDEX casework_case_by_holder ON casework_case (agency, (CASE WHEN caseworker IS NULL THEN opened_by ELSE caseworker END), state);
-- All that a search compares of contacts without a case, without their stories beside it.
CREATE INDEX casework_contact_to_compare
    ON casework_contact (agency, enquiry, taken_at, id, taken_on, taken_by, child_name, caller_name, phone, case_id)
    WHERE case_id IS NULL;
-- Who sent how many families, for the alarm when a source dries up.
DROP INDEX casework_contact_by_day;
CREATE INDEX casework_contact_by_day ON casework_contact (agency, taken_on, source, source_name);
-- The tasks of a case that are due, of which a manager's list takes those of all open cases.
DROP INDEX casework_task_by_case;
CREATE INDEX casework_task_by_case ON casework_task (agency, case_id, state, due_on);
