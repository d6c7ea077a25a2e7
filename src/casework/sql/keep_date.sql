INSERT INTO casework_date (agency, case_id, name, event, words, due_on, ends, follows)
VALUES (?, ?, ?, ?, ?, ?, ?, 1)
ON CONFLICT (agency, case_id, name) DO UPDATE SET
    words = excluded.words, due_on = excluded.due_on, ends = excluded.ends, follows = 1
