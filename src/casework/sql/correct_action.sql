UPDATE casework_action
SET kind = ?, stage = ?, minutes = ?, done_on = ?, what = ?, worker = ?, version = version + 1
WHERE agency = ? AND id = ? AND version = ?
