SELECT field, before, after, note, changed_at, changed_by
FROM people_change
WHERE agency = ? AND person = ?
ORDER BY position DESC
