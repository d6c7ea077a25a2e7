INSERT INTO casework_contact_before
    (agency, id, version, changed_at, changed_by,
    channel, caller, caller_name, child_name, story, happened, first_day, school, school_name,
    safe, phone, safe_how, minutes, enquiry, source, source_name, advice)
SELECT agency, id, version, ?, ?,
    channel, caller, caller_name, child_name, story, happened, first_day, school, school_name,
    safe, phone, safe_how, minutes, enquiry, source, source_name, advice
FROM casework_contact
WHERE agency = ? AND id = ? AND version = ?
