INSERT INTO casework_service
    (agency, version, eligibility, whom, kind, run_by, exclusions_team, will, will_not, published, set_at, set_by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
