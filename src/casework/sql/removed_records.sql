SELECT kind, record, number, over_on, period, proposed_by, removed_at, removed_by
FROM casework_removal
WHERE agency = ? AND removed_at > ''
ORDER BY removed_at DESC, record
LIMIT ? OFFSET ?
