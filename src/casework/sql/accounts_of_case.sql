SELECT id, told_at, written_by, taken_down_by, meeting, happened, felt, wanted, trusted, who_may_know, event
FROM casework_account
WHERE agency = ? AND case_id = ?
ORDER BY told_at DESC, id
