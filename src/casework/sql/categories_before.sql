SELECT b.id, b.version, b.category, b.changed_at, b.changed_by
FROM casework_attachment a
CROSS JOIN casework_attachment_before b
WHERE b.agency = a.agency AND b.id = a.id AND a.agency = ? AND a.case_id = ?
ORDER BY b.id, b.version
