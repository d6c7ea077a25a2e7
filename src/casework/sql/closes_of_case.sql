SELECT closed_on, outcomes, summary, impact_family, impact_school, impact_authority, highest_level, closed_by
FROM casework_close
WHERE agency = ? AND case_id = ? AND taken_back = 0
ORDER BY place
