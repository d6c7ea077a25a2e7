INSERT INTO casework_contact
    (agency, id, taken_at, taken_on, taken_by,
    channel, caller, caller_name, child_name, story, happened, first_day, school, school_name,
    safe, phone, safe_how, minutes, enquiry, source, source_name, advice, version)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
