SELECT id, case_id, kind, added_at, added_by, version FROM casework_event WHERE agency = ? AND id = ?
