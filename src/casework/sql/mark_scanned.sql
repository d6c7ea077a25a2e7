UPDATE casework_attachment
SET scan = ?, scanned_at = ?
WHERE agency = ? AND id = ?
