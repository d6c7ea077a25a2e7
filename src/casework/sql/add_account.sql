INSERT INTO casework_account (agency, id, case_id, told_at, written_by, taken_down_by, meeting, happened, felt,
    wanted, trusted, who_may_know, event)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
