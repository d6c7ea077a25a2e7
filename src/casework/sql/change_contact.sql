UPDATE casework_contact
SET channel = ?, caller = ?, caller_name = ?, child_name = ?, story = ?, happened = ?, first_day = ?,
    school = ?, school_name = ?, safe = ?, phone = ?, safe_how = ?, minutes = ?, enquiry = ?,
    source = ?, source_name = ?, advice = ?, version = version + 1
WHERE agency = ? AND id = ? AND version = ?
