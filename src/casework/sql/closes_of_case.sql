SELECT closed_on, outcomes, summary, impact_family, impact_school, impact_authority, highest_level, closed_by
FROM casework_close
WHERE agency = ? AND case_id = ?
  AND NOT EXISTS (SELECT 1 FROM casework_close_taken_back AS back
                  WHERE back.agency = casework_close.agency AND back.case_id = casework_close.case_id
                    AND back.place = casework_close.place)
ORDER BY place
