SELECT number, name, kind, size, sha256, decision, found, reason, decided_by, scan, document
FROM casework_paper
WHERE agency = ? AND release = ?
ORDER BY COALESCE(place, number), number
