SELECT at FROM audit_entry
WHERE agency = ? AND sequence > (SELECT coalesce(max(through_sequence), 0) FROM audit_erasure WHERE agency = ?)
ORDER BY sequence LIMIT 1
