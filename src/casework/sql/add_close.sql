INSERT INTO casework_close (agency, case_id, place, closed_on, outcomes, summary, impact_family, impact_school,
                            impact_authority, highest_level, closed_by)
SELECT ?, ?, COALESCE((SELECT MAX(place) FROM casework_close WHERE agency = ? AND case_id = ?), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?
