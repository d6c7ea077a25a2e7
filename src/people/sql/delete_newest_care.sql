DELETE FROM people_care
WHERE agency = ? AND child = ? AND status = ? AND council = ? AND starts_on = ?
  AND position = (SELECT max(position) FROM people_care WHERE agency = ? AND child = ?)
