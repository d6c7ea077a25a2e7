SELECT version, eligibility, whom, kind, run_by, exclusions_team, will, will_not, published, set_at, set_by
FROM casework_service
WHERE agency = ?
ORDER BY version DESC
LIMIT 1
