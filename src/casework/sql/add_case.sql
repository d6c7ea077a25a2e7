INSERT INTO casework_case (agency, id, number, child, state, level, caseworker, opened_on, opened_by, closed_on, version)
SELECT ?, ?, COALESCE((SELECT MAX(number) FROM casework_case WHERE agency = ?), 1000) + 1, ?, ?, ?, ?, ?, ?, NULL, 1
