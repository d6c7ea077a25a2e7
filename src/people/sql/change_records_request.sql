UPDATE people_records_request
SET identity_shown_on = ?, complex = ?, why_complex = ?, answered_on = ?, outcome = ?, version = version + 1
WHERE agency = ? AND id = ? AND version = ?
