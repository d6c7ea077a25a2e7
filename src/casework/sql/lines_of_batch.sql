SELECT case_id, person, why_not, thread, message, note, version_after, state_before, waiting_since_before, waiting_reason_before
FROM casework_batch_line
WHERE agency = ? AND batch = ?
ORDER BY place
