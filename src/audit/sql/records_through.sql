SELECT record_kind, record, count(*) AS entries
FROM audit_entry
WHERE agency = ? AND sequence <= ? AND erased = 0
GROUP BY record_kind, record
