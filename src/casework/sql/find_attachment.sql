SELECT id, case_id, action_id, note_id, name, type, category, received_on, bytes, sha256, scan, scanned_at, added_at, added_by, version
FROM casework_attachment
WHERE agency = ? AND case_id = ? AND id = ?
