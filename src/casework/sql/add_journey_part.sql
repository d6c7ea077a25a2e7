INSERT INTO casework_journey (agency, id, case_id, kind, from_on, until_on, who, words, feeling, taken_out, told_at, told_by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
