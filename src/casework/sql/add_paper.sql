INSERT INTO casework_paper (agency, release, number, name, kind, size, sha256, sealed, added_at, decision, found,
    reason, scan, document)
VALUES (?, ?, (SELECT COALESCE(MAX(number), 0) + 1 FROM casework_paper WHERE agency = ? AND release = ?), ?, ?, ?, ?, ?,
    ?, 'none', 0, '', ?, ?)
RETURNING number
