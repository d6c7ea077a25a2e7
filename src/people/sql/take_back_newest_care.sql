UPDATE people_care SET taken_back_at = ?, taken_back_by = ?
WHERE agency = ? AND child = ? AND status = ? AND council = ? AND starts_on = ?
  AND position = (SELECT max(position) FROM people_care WHERE agency = ? AND child = ? AND taken_back_at IS NULL)
