-- Whether anything is left on a team's caseload is asked before the team is removed.
CREATE INDEX people_caseload_of_holder ON people_caseload (agency, holder);
