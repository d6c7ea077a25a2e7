-- Whose a case is: its caseworker's, or, before it has one, who opened it. Asked by every day list and caseload.
CREATE INDEX casework_case_by_holder ON casework_case (agency, (COALESCE(caseworker, opened_by)), state);
-- Links of a thread, counted before another one is sent.
CREATE INDEX casework_link_by_thread ON casework_link (agency, thread, made_at);
