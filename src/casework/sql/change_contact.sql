UPDATE casework_contact
SET channel = ?, caller = ?, caller_name = ?, child_name = ?, story = ?, version = version + 1
WHERE agency = ? AND id = ? AND version = ?
