INSERT INTO casework_kept_back (agency, case_id, number, words, told_to, added_at, added_by)
VALUES (?, ?, (SELECT COALESCE(MAX(number), 0) + 1 FROM casework_kept_back WHERE agency = ? AND case_id = ?), ?, ?, ?, ?)
