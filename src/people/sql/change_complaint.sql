UPDATE people_complaint SET acknowledged_on = ?, progress = ?, answered_on = ?, outcome = ?, version = version + 1
WHERE agency = ? AND id = ? AND version = ?
