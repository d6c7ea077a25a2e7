UPDATE people_limit SET lifted_by = ?, lifted_at = ?
WHERE agency = ? AND id = ? AND lifted_at IS NULL
