INSERT INTO casework_case (agency, id, number, child, state, level, caseworker, opened_on, opened_by, closed_on,
                           priority, waiting_since, waiting_reason, version)
SELECT ?, ?, COALESCE((SELECT MAX(number) FROM casework_case WHERE agency = ?), 1000) + 1, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, 1
